package unroll.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import unroll.core.data.Scaling;
import unroll.core.data.Score;
import unroll.core.tensor.Tensor;
import unroll.core.train.Evaluation.Result;
import unroll.core.train.Evaluation.RightAnswers;

class TellingTest {
    private static Result classes(double loss, double... byClass) {
        RightAnswers answers = new RightAnswers(0.75, 0.25, Tensor.of(byClass, byClass.length));
        return new Result(loss, Optional.of(answers), OptionalDouble.empty(), OptionalDouble.empty());
    }

    @Test
    void errorsAreToldInTheDatasUnits() {
        Telling celsius = new Telling(new Scaling(-10, 30), false, false, List.of());
        Map<Metric, Double> told = celsius.tell(Score.ofErrors(0.01, 0.05));
        assertEquals(0.01, told.get(Metric.TEST_LOSS), "the loss is what the network was trained with");
        assertEquals(16, told.get(Metric.TEST_SQUARED_ERROR), 1e-12);
        assertEquals(4, told.get(Metric.TEST_ROOT_ERROR), 1e-12);
        assertEquals(2, told.get(Metric.TEST_ABSOLUTE_ERROR), 1e-12);
        assertFalse(told.containsKey(Metric.TEST_BITS));
    }

    @Test
    void aCharacterCostsBits() {
        Telling text = new Telling(Scaling.NONE, true, true, List.of());
        Map<Metric, Double> told = text.tell(classes(3 * Math.log(2), 1, 0));
        assertEquals(3, told.get(Metric.TEST_BITS), 1e-12);
        assertFalse(told.containsKey(Metric.TEST_SEQUENCE_ACCURACY), "64 characters are never all right");
    }

    @Test
    void classesAreToldOneByOne() {
        Telling digits = new Telling(Scaling.NONE, false, false, List.of("one", "two", "three"));
        assertEquals(Map.of("one", 0.5, "three", 1.0), digits.byClass(classes(1, 0.5, Double.NaN, 1)));
        assertFalse(digits.tell(classes(1, 1)).containsKey(Metric.TEST_SEQUENCE_ACCURACY));
        Telling grammar = new Telling(Scaling.NONE, false, true, List.of());
        assertEquals(0.25, grammar.tell(classes(1, 1)).get(Metric.TEST_SEQUENCE_ACCURACY));
        assertTrue(grammar.byClass(classes(1, 1)).isEmpty());
    }

    @Test
    void theMeasureOfAClassIsFoundByItsName() {
        ClassMetric metric = ClassMetric.ofClass("Old Norse, west");
        assertEquals("test.accuracy.Old_Norse__west", metric.id());
        assertEquals(Optional.of(metric), Measure.of(metric.id()));
        assertEquals(Optional.of(Metric.TEST_ACCURACY), Measure.of("test.accuracy"));
        assertEquals(Optional.empty(), Measure.of("test.accuracy."));
        Metrics.Log log = new Metrics.Log();
        log.add(new TensorMetric(TensorMetric.Kind.GRADIENT_NORM, "w"), 0, 1);
        log.add(metric, 0, 0.5);
        log.add(Metric.TEST_LOSS, 0, 2);
        assertEquals(
                List.of("test.loss", metric.id(), "gradient.norm.w"),
                log.metrics().curves().keySet().stream().map(Measure::id).toList());
        assertEquals(List.of(metric), log.metrics().ofClasses());
    }
}
