package unroll.ui.export;

import unroll.plot.Palette;

/** The theme of an exported figure. */
enum Colours {
    SCREEN {
        @Override
        Palette palette(Palette screen) {
            return screen;
        }
    },
    LIGHT {
        @Override
        Palette palette(Palette screen) {
            return Palette.light();
        }
    },
    DARK {
        @Override
        Palette palette(Palette screen) {
            return Palette.dark();
        }
    },
    PRINT {
        @Override
        Palette palette(Palette screen) {
            return Palette.print();
        }
    };

    /**
     * The palette.
     *
     * @param screen that of the view
     */
    abstract Palette palette(Palette screen);
}
