import { Icon, type IconName } from './Icon.tsx';

export interface ToolButtonProps {
  icon: IconName;
  label: string;
  onClick: () => void;
  isDisabled?: boolean;
  /** For a button that opens and closes a part of the page. */
  isPressed?: boolean;
  /** Keys as `aria-keyshortcuts` writes them. */
  shortcut?: string;
}

/** A square button of a toolbar with an icon; its label is read out and shown as a tooltip. */
export const ToolButton = ({ icon, label, onClick, isDisabled = false, isPressed, shortcut }: ToolButtonProps) => (
  <button
    type="button"
    className="tool-button"
    aria-label={label}
    aria-pressed={isPressed}
    aria-keyshortcuts={shortcut}
    title={shortcut === undefined ? label : `${label} (${shortcut.replaceAll('+', ' ')})`}
    disabled={isDisabled}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
);
