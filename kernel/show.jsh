import static dev.tamias.cli.Shell.*;
System.out.println("Tamias: Plugins.scan() lists what there is; show(x) prints a value, a table in columns.");
