import dev.tamias.*;
import dev.tamias.model.*;
import static dev.tamias.Bytes.*;
import tech.tablesaw.api.*;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
