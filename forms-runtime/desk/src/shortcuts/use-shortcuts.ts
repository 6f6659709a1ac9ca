import { useEffect, useRef } from 'react';
import { areShortcutsOn } from './shortcut-preference.ts';

/** What each key does, by the character it writes. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

const takesText = (element: Element | null): boolean =>
  element !== null && element.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

const isBusyElsewhere = (target: EventTarget | null): boolean =>
  (target instanceof Element && takesText(target)) || document.querySelector('dialog[open], [role=menu]') !== null;

/** One-key shortcuts while the component is there. Never while somebody types, in a dialog, or with a modifier key. */
export const useShortcuts = (shortcuts: Shortcuts): void => {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
      if (!isPlain || !areShortcutsOn() || isBusyElsewhere(event.target)) return;
      const act = latest.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};
