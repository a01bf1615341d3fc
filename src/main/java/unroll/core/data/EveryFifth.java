package unroll.core.data;

/** The usual split of items that come in no order of time: by their index, so that both parts hold all kinds. */
final class EveryFifth {
    static final int PARTS = 5;

    private static final int TEST_PART = 4;

    private EveryFifth() {}

    /** Whether the item at an index, from 0, tests rather than trains. */
    static boolean isTest(int index) {
        return index % PARTS == TEST_PART;
    }
}
