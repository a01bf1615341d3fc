package unroll.analysis;

import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleSVD;
import unroll.core.tensor.Tensor;

/**
 * Two directions in the space of a state's units, in which its path is drawn. A point h has the coordinates
 * ((h − origin) · first, (h − origin) · second).
 *
 * @param origin of shape [H]
 * @param axes orthonormal, of shape [2, H]; the second is zero where there is one unit only
 * @param shares the parts of the path's variance that the two directions show, 0 … 1, of shape [2]
 */
public record Plane(Tensor origin, Tensor axes, Tensor shares) {
    /**
     * The plane that shows most of how points are spread: their first two principal components around their mean. Each
     * direction points to where its largest entry is positive, so that the picture does not flip by chance.
     *
     * @param points finite, of shape [n, H]
     */
    public static Plane principal(Tensor points) {
        int units = points.extent(1);
        double[] mean = mean(points);
        SimpleMatrix centred = Matrices.simple(points);
        for (int i = 0; i < points.extent(0); i++) {
            for (int unit = 0; unit < units; unit++) {
                centred.set(i, unit, centred.get(i, unit) - mean[unit]);
            }
        }
        SimpleSVD<SimpleMatrix> svd = centred.svd(true);
        double[] values = svd.getSingularValues();
        double[] axes = new double[2 * units];
        double[] shares = new double[2];
        double all = 0;
        for (double value : values) {
            all += value * value;
        }
        for (int axis = 0; axis < Math.min(2, values.length); axis++) {
            shares[axis] = all == 0 ? 0 : values[axis] * values[axis] / all;
            for (int unit = 0; unit < units; unit++) {
                axes[axis * units + unit] = svd.getV().get(unit, axis);
            }
            turn(axes, axis * units, units);
        }
        return new Plane(Tensor.of(mean, units), Tensor.of(axes, 2, units), Tensor.of(shares, 2));
    }

    /** The plane of two units; the others stand at their means. */
    public static Plane ofUnits(Tensor points, int first, int second) {
        int units = points.extent(1);
        double[] origin = mean(points);
        double[] variances = new double[units];
        double all = 0;
        for (int unit = 0; unit < units; unit++) {
            for (int i = 0; i < points.extent(0); i++) {
                double away = points.at(i, unit) - origin[unit];
                variances[unit] += away * away;
            }
            all += variances[unit];
        }
        double[] shares = {all == 0 ? 0 : variances[first] / all, all == 0 ? 0 : variances[second] / all};
        origin[first] = 0;
        origin[second] = 0;
        double[] axes = new double[2 * units];
        axes[first] = 1;
        axes[units + second] = 1;
        return new Plane(Tensor.of(origin, units), Tensor.of(axes, 2, units), Tensor.of(shares, 2));
    }

    private static double[] mean(Tensor points) {
        double[] mean = new double[points.extent(1)];
        for (int i = 0; i < points.extent(0); i++) {
            for (int unit = 0; unit < mean.length; unit++) {
                mean[unit] += points.at(i, unit) / points.extent(0);
            }
        }
        return mean;
    }

    private static void turn(double[] axes, int from, int units) {
        int largest = from;
        for (int i = from; i < from + units; i++) {
            largest = Math.abs(axes[i]) > Math.abs(axes[largest]) ? i : largest;
        }
        if (axes[largest] < 0) {
            for (int i = from; i < from + units; i++) {
                axes[i] = -axes[i];
            }
        }
    }

    /**
     * Where points lie in the plane.
     *
     * @param points of shape [n, H]
     * @return of shape [n, 2]
     */
    public Tensor project(Tensor points) {
        int count = points.extent(0);
        double[] flat = new double[count * 2];
        for (int i = 0; i < flat.length; i++) {
            for (int unit = 0; unit < origin.size(); unit++) {
                flat[i] += (points.at(i / 2, unit) - origin.at(unit)) * axes.at(i % 2, unit);
            }
        }
        return Tensor.of(flat, count, 2);
    }

    /**
     * The points of the space that lie in the plane.
     *
     * @param flat of shape [n, 2]
     * @return of shape [n, H]
     */
    public Tensor lift(Tensor flat) {
        int units = origin.size();
        double[] points = new double[flat.extent(0) * units];
        for (int i = 0; i < points.length; i++) {
            int unit = i % units;
            points[i] = origin.at(unit)
                    + flat.at(i / units, 0) * axes.at(0, unit)
                    + flat.at(i / units, 1) * axes.at(1, unit);
        }
        return Tensor.of(points, flat.extent(0), units);
    }
}
