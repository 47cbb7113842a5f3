import { createTheme, Modal, Textarea, TextInput } from '@mantine/core';

/**
 * Mantine's parts in the look of the product. Colours and lengths come from the tokens by way of `mantine-variables.css`;
 * nothing is written into style elements at run time, so that the page needs no permission for inline styles.
 */
export const mantineTheme = createTheme({
  fontFamily: 'var(--nb-sans)',
  defaultRadius: 'xs',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({
      // Mantine locks scrolling through a style element that the page's security policy refuses.
      defaultProps: {
        lockScroll: false,
        shadow: 'none',
        centered: true,
        transitionProps: { duration: 0 },
        // The head of a dialogue is no banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md', autosize: false } }),
  },
});
