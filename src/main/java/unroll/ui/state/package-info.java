/** What all features of the window share: the one view-model, its selection, its notices and its texts. */
package unroll.ui.state;
