import dev.tamias.*;
import dev.tamias.model.*;
import dev.tamias.source.*;
import dev.tamias.session.*;
import static dev.tamias.Bytes.*;
import tech.tablesaw.api.*;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
