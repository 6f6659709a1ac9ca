import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, type ButtonTone } from './Button.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';

export interface MenuItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: IconName;
  readonly tone?: 'normal' | 'danger';
  readonly onSelect: () => void;
}

export interface MenuProps {
  readonly label: ReactNode;
  readonly tone?: ButtonTone;
  readonly icon?: IconName;
  readonly items: readonly MenuItem[];
}

const targets: Readonly<Record<string, (index: number, length: number) => number>> = {
  ArrowDown: (index, length) => (index + 1) % length,
  ArrowUp: (index, length) => (index - 1 + length) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
};

interface ListProps {
  readonly id: string;
  readonly items: readonly MenuItem[];
  readonly onClose: (focus: 'button' | 'stay') => void;
}

const MenuList = ({ id, items, onClose }: ListProps) => {
  const list = useRef<HTMLDivElement>(null);
  const entries = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useEffect(() => list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose('button');
    if (event.key === 'Tab') onClose('stay');
    const all = entries();
    const target = targets[event.key]?.(all.indexOf(document.activeElement as HTMLElement), all.length);
    if (target === undefined) return;
    event.preventDefault();
    all[target]?.focus();
  };
  return (
    <div ref={list} id={id} role="menu" tabIndex={-1} className="iris-menu__list" onKeyDown={press}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={classNames('iris-menu__item', item.tone === 'danger' && 'iris-menu__item--danger')}
          onClick={() => {
            onClose('button');
            item.onSelect();
          }}
        >
          {item.icon !== undefined && <Icon name={item.icon} />}
          {item.label}
        </button>
      ))}
    </div>
  );
};

/** A button that opens a short list of actions. */
export const Menu = ({ label, tone = 'quiet', icon, items }: MenuProps) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: PointerEvent): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [open]);
  const close = (focus: 'button' | 'stay'): void => {
    setOpen(false);
    if (focus === 'button') box.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={box} className="iris-menu">
      <Button
        tone={tone}
        size="small"
        trailingIcon="chevronDown"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        {...(icon && { icon })}
      >
        {label}
      </Button>
      {open && <MenuList id={id} items={items} onClose={close} />}
    </div>
  );
};
