package unroll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {
    @Test
    void isReadWhateverTheNameOfTheProcess() {
        String status = "4711 (a (b) c) S 1 4711 4711 0 -1 4194560 2 0 0 0 1 2 0 0 20 0 17 0 123456 99 3";
        assertEquals(1_110, ProcessAge.ofLinux(status, "1235.67 2000.00\n"));
    }

    @Test
    void isThatOfThisProcess() {
        long machine = ManagementFactory.getRuntimeMXBean().getUptime();
        assertTrue(ProcessAge.millis() >= machine - 20, "a process is no younger than its virtual machine");
    }
}
