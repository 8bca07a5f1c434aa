import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { classes } from '../lib/classes';
import { Icon } from './Icon';
import type { IconName } from './icons';

export type MenuItem =
  | { label: ReactNode; icon?: IconName; onSelect: () => void; to?: never; danger?: boolean; current?: boolean; lang?: string }
  | { label: ReactNode; icon?: IconName; to: string; onSelect?: never; danger?: boolean; current?: boolean; lang?: string };

type MenuEntries = (MenuItem | 'line' | false | null | undefined)[];

interface MenuProps {
  label: ReactNode;
  /** What is read aloud, where the label is a picture. */
  name?: string;
  /** As a function it is asked only when the menu opens. */
  items: MenuEntries | (() => MenuEntries);
  heading?: ReactNode;
  buttonClass?: string;
  align?: 'start' | 'end';
  up?: boolean;
}

/** Heights of the bars at the head of every page and at the foot of a phone's, with a little air. */
const headBar = 64;
const footBar = 72;

/** A button that opens a list of actions. Arrows, Home, End and first letters move; Escape closes and gives the focus back. */
export function Menu({ label, name, items, heading, buttonClass = 'btn0 quiet', align = 'end', up }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [flipped, setFlipped] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const startAt = useRef<'first' | 'last'>('first');
  const navigate = useNavigate();
  const id = useId();

  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  useEffect(() => {
    if (!open) return;
    entries().at(startAt.current === 'first' ? 0 : -1)?.focus();
    const outside = (event: PointerEvent) => !root.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  // A menu near the window's edge is moved into it: a page never scrolls sideways for it, and no bar at the foot covers it.
  useLayoutEffect(() => {
    if (!open) return;
    const opener = button.current?.getBoundingClientRect();
    const height = box.current?.offsetHeight ?? 0;
    setFlipped(!!opener && opener.bottom + height > window.innerHeight - footBar && opener.top - height > headBar);
    const fit = () => {
      const element = box.current;
      if (!element) return;
      element.style.translate = '';
      const { left, right } = element.getBoundingClientRect();
      const over = right - (document.documentElement.clientWidth - 8);
      element.style.translate = over > 0 ? `${-over}px` : left < 8 ? `${8 - left}px` : '';
    };
    fit();
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, [open]);

  const show = (from: 'first' | 'last') => {
    startAt.current = from;
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  const onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    show(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  const onListKey = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const move = (to: number) => {
      event.preventDefault();
      all.at(to % all.length)?.focus();
    };
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(-1);
    else if (event.key === 'Tab') setOpen(false);
    else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key.length === 1 && /\S/.test(event.key)) {
      const letter = event.key.toLowerCase();
      const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((entry) => entry.textContent?.trim().toLowerCase().startsWith(letter));
      found?.focus();
    }
  };

  return (
    <div className="menu" ref={root}>
      <button ref={button} type="button" className={buttonClass} aria-haspopup="menu" aria-expanded={open} aria-controls={open ? id : undefined} aria-label={name} onClick={() => (open ? close() : show('first'))} onKeyDown={onButtonKey}>
        {label}
      </button>
      {open && (
        <div ref={box} className={classes('menu-list', align, (up || flipped) && 'up')} onKeyDown={onListKey}>
          {heading && <div className="menu-heading">{heading}</div>}
          <div role="menu" id={id} ref={list} tabIndex={0} aria-label={name ?? (typeof label === 'string' ? label : undefined)}>
            {(typeof items === 'function' ? items() : items).map((item, index) => {
              if (!item) return null;
              if (item === 'line') return <hr key={index} role="separator" />;
              return (
                <button
                  key={index}
                  type="button"
                  tabIndex={-1}
                  lang={item.lang}
                  role={item.current === undefined ? 'menuitem' : 'menuitemradio'}
                  aria-checked={item.current}
                  className={classes(item.danger && 'danger')}
                  onClick={() => {
                    close();
                    if (item.to !== undefined) void navigate(item.to);
                    else item.onSelect();
                  }}
                >
                  {item.icon ? <Icon name={item.icon} /> : item.current !== undefined && (item.current ? <Icon name="check" /> : <span className="icon0" />)}
                  <span>{item.label}</span>
                </button>
              );
            })}
          </div>
        </div>
      )}
    </div>
  );
}
