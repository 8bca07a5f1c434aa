import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { StatusChip } from './StatusChip';

test('a chip begins with a capital, and leaves the rest, and a name that is written small, as they are', () => {
  const { container } = render(
    <>
      <StatusChip>in lista d’attesa</StatusChip>
      <StatusChip tone="ok">
        {'in corso fino al'} <time>10 maggio</time>
      </StatusChip>
      <StatusChip>iLavoro</StatusChip>
    </>,
  );
  expect([...container.querySelectorAll('.chip')].map((chip) => chip.textContent)).toEqual(['In lista d’attesa', 'In corso fino al 10 maggio', 'iLavoro']);
});
