package unroll.core.kernel;

import java.lang.reflect.Constructor;
import java.util.Optional;

/** The kernels that this Java can run. */
public final class Kernels {
    private static final String MODULE = "jdk.incubator.vector";

    private Kernels() {}

    /** The one that runs everywhere. */
    public static Kernel plain() {
        return new PlainKernel();
    }

    /** The fast one; empty if Java was not started with {@code --add-modules jdk.incubator.vector}. */
    public static Optional<Kernel> vector() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        try {
            Class<?> kernel = Class.forName(Kernels.class.getPackageName() + ".VectorKernel");
            Constructor<?> constructor = kernel.getDeclaredConstructor();
            return Optional.of((Kernel) constructor.newInstance());
        } catch (ReflectiveOperationException | LinkageError missing) {
            return Optional.empty();
        }
    }

    /** The fastest there is; plain at the start, while that is faster. */
    public static Kernel fastest() {
        return vector().<Kernel>map(PatientKernel::new).orElseGet(Kernels::plain);
    }
}
