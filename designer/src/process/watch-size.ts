interface Canvas {
  resized(): void;
}

/** Tells a canvas about every new size of its element; without it, scrolling reckons with the old one. */
export const watchSize = (element: HTMLElement, canvas: Canvas): (() => void) => {
  const observer = new ResizeObserver(() => canvas.resized());
  observer.observe(element);
  return () => observer.disconnect();
};
