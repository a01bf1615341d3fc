package unroll.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import javafx.util.Callback;

/** Makes the controllers that FXML files name: each by its one public constructor, from services by their types. */
final class Controllers implements Callback<Class<?>, Object> {
    private final Map<Class<?>, Object> services = new HashMap<>();

    /** Offers services to the constructors of controllers. */
    Controllers(Object... offered) {
        for (Object service : offered) {
            services.put(service.getClass(), service);
        }
    }

    @Override
    public Object call(Class<?> controller) {
        Constructor<?> constructor = controller.getConstructors()[0];
        Class<?>[] types = constructor.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = services.get(types[i]);
            if (arguments[i] == null) {
                throw new IllegalStateException(controller.getSimpleName() + " asks for a " + types[i].getSimpleName()
                        + ", which Wiring does not offer");
            }
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException(controller.getSimpleName() + " can't be made", broken);
        }
    }
}
