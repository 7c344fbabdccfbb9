/**
 * The `ref` of the field that a step begins with. The browser's own `autofocus` counts once in a page's life, and for
 * what is there when the page loads.
 */
export function focusFirst(element: HTMLElement | null): void {
  element?.focus()
}
