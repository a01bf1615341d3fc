package unroll;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;

/** The architecture of the README, as rules that fail and say why. */
@AnalyzeClasses(packages = "unroll", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("core")
            .definedBy("unroll.core..")
            .layer("experiment")
            .definedBy("unroll.experiment..")
            .layer("analysis")
            .definedBy("unroll.analysis..")
            .layer("debug")
            .definedBy("unroll.debug..")
            .layer("io")
            .definedBy("unroll.io..")
            .layer("lesson")
            .definedBy("unroll.lesson..")
            .layer("run")
            .definedBy("unroll.run..")
            .layer("plot")
            .definedBy("unroll.plot..")
            .layer("ui")
            .definedBy("unroll.ui..")
            .layer("cli")
            .definedBy("unroll.cli..")
            .layer("app")
            .definedBy("unroll.app..")
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("experiment")
            .mayOnlyAccessLayers("core")
            .whereLayer("analysis")
            .mayOnlyAccessLayers("core")
            .whereLayer("debug")
            .mayOnlyAccessLayers("core")
            .whereLayer("io")
            .mayOnlyAccessLayers("core", "experiment")
            .whereLayer("lesson")
            .mayOnlyAccessLayers("io", "experiment", "debug", "analysis", "core")
            .whereLayer("run")
            .mayOnlyAccessLayers("io", "experiment", "analysis", "core")
            .whereLayer("plot")
            .mayOnlyAccessLayers("debug", "analysis", "core")
            .whereLayer("cli")
            .mayOnlyAccessLayers("plot", "run", "lesson", "io", "debug", "analysis", "experiment", "core")
            .whereLayer("ui")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule coreIsBuiltUpInOrder = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("tensor")
            .definedBy("unroll.core.tensor..")
            .layer("op")
            .definedBy("unroll.core.op..")
            .layer("cell")
            .definedBy("unroll.core.cell..")
            .layer("model")
            .definedBy("unroll.core.model..")
            .layer("data")
            .definedBy("unroll.core.data..")
            .layer("optim")
            .definedBy("unroll.core.optim..")
            .layer("trace")
            .definedBy("unroll.core.trace..")
            .layer("train")
            .definedBy("unroll.core.train..")
            .whereLayer("tensor")
            .mayNotAccessAnyLayer()
            .whereLayer("op")
            .mayOnlyAccessLayers("tensor")
            .whereLayer("cell")
            .mayOnlyAccessLayers("op", "tensor")
            .whereLayer("model")
            .mayOnlyAccessLayers("cell", "op", "tensor")
            .whereLayer("data")
            .mayOnlyAccessLayers("model", "cell", "op", "tensor")
            .whereLayer("optim")
            .mayOnlyAccessLayers("data", "model", "cell", "op", "tensor")
            .whereLayer("trace")
            .mayOnlyAccessLayers("optim", "data", "model", "cell", "op", "tensor")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noCycles = slices().matching("unroll.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that needs its user cannot be read or tested alone");

    @ArchTest
    static final ArchRule coreIsOnlyMaths = noClasses()
            .that()
            .resideInAPackage("unroll.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx..",
                    "java.awt..",
                    "java.io..",
                    "java.nio..",
                    "java.util.concurrent..",
                    "java.time..",
                    "java.util.logging..",
                    "com.google..")
            .because("the numeric core runs in a plain main, alone, and gives the same bits everywhere");

    @ArchTest
    static final ArchRule coreHasNoClockAndNoHashOrder = classes()
            .that()
            .resideInAPackage("unroll.core..")
            .should(neverDependOn("java.util.HashMap"))
            .andShould(neverDependOn("java.util.HashSet"))
            .andShould(neverCall(System.class, "currentTimeMillis"))
            .andShould(neverCall(System.class, "nanoTime"))
            .because("results depend on the seed alone, not on the time or on the order of hashes");

    @ArchTest
    static final ArchRule javaFxOnlyOnTheScreen = noClasses()
            .that(not(resideInAnyPackage("unroll.ui..", "unroll.app..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
            .because("everything but the window works without a display");

    @ArchTest
    static final ArchRule awtOnlyInPlot = noClasses()
            .that(not(resideInAPackage("unroll.plot..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..")
            .because("plot owns the surface and hands out its pixels");

    @ArchTest
    static final ArchRule screenDoesNotTrain = noClasses()
            .that()
            .resideInAPackage("unroll.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("unroll.core.train..", "unroll.core.data..", "org.ejml..")
            .because("the screen shows results; training and decompositions belong to run and analysis");

    @ArchTest
    static final ArchRule runLaterOnlyInTheClock = classes()
            .that()
            .doNotHaveFullyQualifiedName("unroll.ui.canvas.FrameClock")
            .should(neverCall("javafx.application.Platform", "runLater"))
            .because("the screen pulls once per frame; pushed updates flood it");

    @ArchTest
    static final ArchRule threadsOnlyInRun = noClasses()
            .that(not(resideInAnyPackage("unroll.run..", "unroll.cli..", "unroll.app..")))
            .should()
            .dependOnClassesThat(startThreads())
            .because("threads are started and closed in one place");

    @ArchTest
    static final ArchRule consoleOnlyOnTheCommandLine = classes()
            .that(not(resideInAnyPackage("unroll.cli..", "unroll.app..")))
            .should(neverRead(System.class, "out"))
            .andShould(neverRead(System.class, "err"))
            .because("only the command line speaks to a terminal");

    @ArchTest
    static final ArchRule ejmlStaysInside = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(not(resideInAPackage("unroll.core..")))
            .should(notShow("org.ejml"))
            .because("a matrix leaves a package as a Tensor");

    private static DescribedPredicate<JavaClass> startThreads() {
        return new DescribedPredicate<>("start or pool threads") {
            @Override
            public boolean test(JavaClass type) {
                return type.getName().equals("java.lang.Thread")
                        || type.isAssignableTo("java.util.concurrent.Executor")
                        || type.getName().equals("java.util.concurrent.Executors")
                        || type.getName().equals("java.util.Timer")
                        || type.getName().equals("java.util.concurrent.CompletableFuture");
            }
        };
    }

    private static ArchCondition<JavaClass> neverDependOn(String name) {
        return never(dependOnClassesThat(new DescribedPredicate<JavaClass>(name) {
            @Override
            public boolean test(JavaClass type) {
                return type.getName().equals(name);
            }
        }));
    }

    private static ArchCondition<JavaClass> neverCall(Class<?> owner, String method) {
        return never(callMethod(owner, method));
    }

    private static ArchCondition<JavaClass> neverCall(String owner, String method) {
        return never(callMethodOf(owner, method));
    }

    private static ArchCondition<JavaClass> neverRead(Class<?> owner, String field) {
        return never(accessField(owner, field));
    }

    private static ArchCondition<JavaClass> never(ArchCondition<JavaClass> condition) {
        return ArchConditions.never(condition);
    }

    private static ArchCondition<JavaClass> callMethodOf(String owner, String method) {
        return new ArchCondition<>("call " + owner + "." + method) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().getName().equals(owner)
                                && call.getName().equals(method))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMethod> notShow(String packageName) {
        return new ArchCondition<>("not show " + packageName + " in their signatures") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean shows = method.getRawReturnType().getPackageName().startsWith(packageName)
                        || method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.getPackageName().startsWith(packageName));
                events.add(new SimpleConditionEvent(method, !shows, method.getDescription()));
            }
        };
    }
}
