package unroll.core.kernel;

import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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

    /**
     * The vector kernel from when it is ready on, and plain loops in its place till then; plain loops for good where it
     * is not there.
     *
     * @param isReady whether the vector kernel is compiled by now; may be asked often, and from several threads
     */
    public static Kernel vectorWhen(BooleanSupplier isReady) {
        return vector().<Kernel>map(kernel -> new PatientKernel(kernel, isReady))
                .orElseGet(Kernels::plain);
    }
}
