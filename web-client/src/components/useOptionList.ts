import { useEffect, useId, useState, type KeyboardEvent } from 'react';

/** The keyboard of a text box with a list under it (combobox pattern of the WAI): focus stays in the box, the list follows. */
export function useOptionList(count: number, onChoose: (index: number) => void, onClose: () => void, selectFirst = true) {
  const id = useId();
  const [active, setActive] = useState(selectFirst ? 0 : -1);
  useEffect(() => setActive(selectFirst && count > 0 ? 0 : -1), [count, selectFirst]);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (count > 0) setActive((at) => (at + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
    } else if (event.key === 'Enter' && active >= 0 && active < count) {
      event.preventDefault();
      onChoose(active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };

  return {
    active,
    setActive,
    onKeyDown,
    listProps: { id, role: 'listbox' as const },
    inputProps: (open: boolean) => ({
      role: 'combobox' as const,
      'aria-expanded': open,
      'aria-controls': open ? id : undefined,
      'aria-autocomplete': 'list' as const,
      'aria-activedescendant': open && active >= 0 && active < count ? `${id}-${active}` : undefined,
      autoComplete: 'off',
    }),
    optionProps: (index: number) => ({
      id: `${id}-${index}`,
      role: 'option' as const,
      'aria-selected': index === active,
      onPointerMove: () => setActive(index),
      // The box must not lose the focus before the choice has been heard.
      onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onClick: () => onChoose(index),
    }),
  };
}
