/** Stands for what is not shown; the same whatever the length of what it hides. */
export const mask = '•••';
