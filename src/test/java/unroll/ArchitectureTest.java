package unroll;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.util.Set;
import java.util.stream.Stream;

/** The architecture of the README, as rules that fail and say why. */
@AnalyzeClasses(packages = "unroll", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** All of the core but training, and what of it the screen may see. */
    private static final String RECORDED =
            "core.kernel core.tensor core.op core.cell core.model core.data core.optim core.trace";

    private static final String SHOWN = "core.tensor core.cell core.model core.optim core.trace";

    // Which package may use which others: those that its row names, and no more. None may use app.

    @ArchTest
    static final ArchRule everyPackageHasItsPlace = classes()
            .should()
            .resideInAnyPackage(within("core experiment analysis debug io check lesson run plot ui cli app"))
            .because("a package without a row below could use anything");

    @ArchTest
    static final ArchRule core = uses("core", "").because("the numbers stand alone, whatever shows or stores them");

    @ArchTest
    static final ArchRule tensor = uses("core.tensor", "").because("everything is made of tensors, they of nothing");

    @ArchTest
    static final ArchRule kernel = uses("core.kernel", "").because("a kernel sees arrays and not what they mean");

    @ArchTest
    static final ArchRule op =
            uses("core.op", "core.tensor core.kernel").because("an operation knows no cell that uses it");

    @ArchTest
    static final ArchRule cell = uses("core.cell", "core.tensor core.kernel core.op")
            .because("a cell is its lines, in whatever network it stands");

    @ArchTest
    static final ArchRule model = uses("core.model", "core.tensor core.kernel core.op core.cell")
            .because("a network runs without data, optimisers, records");

    @ArchTest
    static final ArchRule fused = uses("core.fused", "core.tensor core.kernel core.op core.cell core.model")
            .because("a batch is computed as the lines say, by whomever it is trained");

    @ArchTest
    static final ArchRule data = uses("core.data", "core.tensor core.kernel core.op core.cell core.model")
            .because("data is the same whoever learns from it");

    @ArchTest
    static final ArchRule optim = uses("core.optim", "core.tensor core.kernel core.op core.cell core.model core.data")
            .because("an update only reads gradients");

    @ArchTest
    static final ArchRule trace =
            uses("core.trace", RECORDED).because("what a sequence computed is recorded without training");

    @ArchTest
    static final ArchRule experiment =
            uses("experiment", "core").because("an experiment is data, described over the core");

    @ArchTest
    static final ArchRule analysis = uses("analysis", "core").because("an analysis is a function of what was computed");

    @ArchTest
    static final ArchRule debug = uses("debug", RECORDED).because("the debugger moves over a trace and never trains");

    @ArchTest
    static final ArchRule io = uses("io", "experiment core").because("a file knows no thread and no cursor");

    @ArchTest
    static final ArchRule check = uses("check", "io analysis core")
            .because("the proof of the numbers is one, whoever asks for it: the window, the command line, a test");

    @ArchTest
    static final ArchRule lesson =
            uses("lesson", "io experiment debug analysis core").because("a lesson says what to do; run and ui do it");

    @ArchTest
    static final ArchRule run =
            uses("run", "io experiment analysis core").because("background work does not know who looks at it");

    @ArchTest
    static final ArchRule plot =
            uses("plot", "debug analysis core").because("a painter draws values, in the window as in a file");

    @ArchTest
    static final ArchRule ui = uses("ui", "plot run check lesson io debug analysis experiment " + SHOWN)
            .because("lines come to the screen through debug, training through run");

    @ArchTest
    static final ArchRule cli = uses("cli", "plot run check lesson io debug analysis experiment core")
            .because("every command works without the window");

    @ArchTest
    static final ArchRule noCycles = slices().matching("unroll.(**)")
            .should()
            .beFreeOfCycles()
            // Inside io, the JSON reader throws the problem that io declares.
            .ignoreDependency(inside("io"), inside("io"))
            .allowEmptyShould(true)
            .because("a package that needs its user cannot be read or tested alone");

    // Which package may use which library, and which part of the JDK.

    private static final String[] PURE_JDK = {
        "java.lang", "java.lang.invoke", "java.lang.runtime", "java.util", "java.util.function", "java.util.stream"
    };

    @ArchTest
    static final ArchRule coreIsOnlyMaths = classes()
            .that(inside("core").and(not(inside("core.kernel"))))
            .should()
            .onlyDependOnClassesThat(
                    inside("core").or(resideInAnyPackage(PURE_JDK)).or(resideInAnyPackage("org.ejml..")))
            .allowEmptyShould(true)
            .because("the numeric core runs in a plain main: no screen, files, threads, clock or log");

    @ArchTest
    static final ArchRule kernelsMayUseVectors = classes()
            .that(inside("core.kernel"))
            .should()
            .onlyDependOnClassesThat(inside("core.kernel")
                    .or(resideInAnyPackage(PURE_JDK))
                    .or(resideInAnyPackage("jdk.incubator.vector", "java.lang.reflect")))
            .because("the vector kernel is found by its name, for its module may not be there");

    @ArchTest
    static final ArchRule experimentReadsNoFiles = no(inside("experiment"))
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..")
            .allowEmptyShould(true)
            .because("an experiment is data; io reads and writes it");

    @ArchTest
    static final ArchRule javaFxOnlyOnTheScreen = only("ui app", "javafx.. atlantafx.. org.kordamp..")
            .because("everything but the window works without a display");

    @ArchTest
    static final ArchRule awtOnlyInPlot = only("plot", "java.awt.. javax.imageio.. javax.swing..")
            .because("plot owns the surface and hands out its pixels");

    @ArchTest
    static final ArchRule exportLibrariesOnlyInPlot = only("plot", "org.apache.. de.rototor.. org.w3c.dom..")
            .because("a figure becomes a file by its painter, in one place");

    @ArchTest
    static final ArchRule ejmlOnlyWhereItComputes =
            only("core analysis", "org.ejml..").because("everyone else reads tensors");

    @ArchTest
    static final ArchRule jsonOnlyWhereItIsReadOrWritten = only("io check cli app", "com.google.gson..")
            .because("what a file looks like is known in one place; a check compares a file's results field by field");

    @ArchTest
    static final ArchRule markdownOnlyInLessons =
            only("lesson", "org.commonmark..").because("the screen shows a lesson's parts, not its syntax");

    @ArchTest
    static final ArchRule picocliOnlyOnTheCommandLine =
            only("cli app", "picocli..").because("options are read once, then there are typed values");

    // What must not be done.

    // Map.of stays allowed in core, for tables that are only looked up.
    @ArchTest
    static final ArchRule coreIsTheSameInEveryRun = no(inside("core"))
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(((Identity|Weak)?Hash(Map|Set))|Hashtable|Random|UUID|Date|Calendar)")
            .orShould()
            .accessTargetWhere(memberOf("java.util.Map", "copyOf"))
            .orShould()
            .accessTargetWhere(memberOf("java.util.Set", "copyOf"))
            .orShould()
            .accessTargetWhere(memberOf("java.util.stream.Collectors", "toMap", "toSet", "groupingBy"))
            .orShould()
            .accessTargetWhere(memberOf("java.lang.System", "currentTimeMillis", "nanoTime"))
            .orShould()
            .accessTargetWhere(memberOf("java.lang.Math", "random"))
            .allowEmptyShould(true)
            .because("results depend on the seed alone: not on the order of hashes, the clock or chance");

    @ArchTest
    static final ArchRule analysisHasNoState = fields().that()
            .areDeclaredInClassesThat(inside("analysis"))
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .because("an analysis gives the same answer whenever it is asked");

    @ArchTest
    static final ArchRule runLaterOnlyInTheClock = no(outsideOfClass("unroll.ui.canvas.FrameClock"))
            .accessTargetWhere(memberOf("javafx.application.Platform", "runLater"))
            .allowEmptyShould(true)
            .because("the screen pulls once per frame; pushed updates flood it");

    @ArchTest
    static final ArchRule poolsOnlyInRun = no(outside("run"))
            .dependOnClassesThat(assignableTo("java.util.concurrent.Executor"))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Timer|concurrent\\.(Executors|CompletableFuture|ForkJoin.*))")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("javafx.concurrent..")
            .orShould()
            .accessTargetWhere(describe(
                    "java.util works in parallel",
                    (JavaAccess<?> access) -> access.getName().startsWith("parallel")
                            && access.getTargetOwner().getPackageName().startsWith("java.util")))
            .allowEmptyShould(true)
            .because("threads are started and closed in one place");

    @ArchTest
    static final ArchRule threadsOnlyInRun = no(outside("run cli app"))
            .dependOnClassesThat(assignableTo("java.lang.Thread"))
            .allowEmptyShould(true)
            .because("threads are started in one place; only cli and app meet the process's own, when it ends");

    @ArchTest
    static final ArchRule consoleOnlyOnTheCommandLine = no(outside("cli").and(outsideOfClass("unroll.app.Launcher")))
            .accessTargetWhere(memberOf("java.lang.System", "out", "err"))
            .orShould()
            .accessTargetWhere(printsTheStack())
            .allowEmptyShould(true)
            .because("only the command line speaks to a terminal");

    @ArchTest
    static final ArchRule ejmlStaysInside = members()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(outside("core"))
            .should(showNothingOf("org.ejml"))
            .allowEmptyShould(true)
            .because("a matrix leaves a package as a Tensor");

    /** Classes of the package depend, among ours, only on it and on the packages named. */
    private static ArchRule uses(String name, String others) {
        return classes()
                .that(inside(name))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("unroll..").or(inside((name + " " + others).strip())))
                .allowEmptyShould(true);
    }

    /** Only the packages named, of ours, use a library. */
    private static ArchRule only(String users, String library) {
        return no(outside(users))
                .dependOnClassesThat(resideInAnyPackage(library.split(" ")))
                .allowEmptyShould(true);
    }

    private static ClassesShould no(DescribedPredicate<JavaClass> classes) {
        return noClasses().that(classes).should();
    }

    private static DescribedPredicate<JavaClass> inside(String names) {
        return resideInAnyPackage(within(names));
    }

    private static DescribedPredicate<JavaClass> outside(String names) {
        return not(inside(names));
    }

    private static String[] within(String names) {
        return Stream.of(names.split(" ")).map(name -> "unroll." + name + "..").toArray(String[]::new);
    }

    /** Outside of the class and of what is nested in it. */
    private static DescribedPredicate<JavaClass> outsideOfClass(String name) {
        return describe(
                "are not " + name,
                type -> !type.getName().equals(name) && !type.getName().startsWith(name + "$"));
    }

    /** Calls, method references and field reads alike. */
    private static DescribedPredicate<JavaAccess<?>> memberOf(String owner, String... members) {
        return describe(
                "the target is " + String.join(" or ", members) + " of " + owner,
                access -> access.getTargetOwner().getName().equals(owner)
                        && Set.of(members).contains(access.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> printsTheStack() {
        return describe(
                "the stack is printed to the console",
                access -> access.getName().equals("printStackTrace")
                        && access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getRawParameterTypes().isEmpty());
    }

    private static ArchCondition<JavaMember> showNothingOf(String library) {
        return new ArchCondition<>("show nothing of " + library + " in their signatures") {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                boolean clean = member.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getBaseComponentType)
                        .noneMatch(type -> type.getPackageName().startsWith(library));
                events.add(new SimpleConditionEvent(member, clean, member.getDescription()));
            }
        };
    }
}
