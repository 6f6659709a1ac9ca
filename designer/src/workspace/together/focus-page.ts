/** Where what had the focus is gone, it goes to the page: whoever uses the keyboard would else begin anew at the top. */
export const focusPage = (): void => {
  if (document.activeElement === null || document.activeElement === document.body)
    document.getElementById('main')?.focus();
};
