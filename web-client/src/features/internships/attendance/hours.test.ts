import { describe, expect, test } from 'vitest';
import { mostMinutes, readHours, writeHours } from './hours';

const minutes = Array.from({ length: mostMinutes + 1 }, (_, minute) => minute);

describe('hours', () => {
  test('every minute of a day is read back as it was written, in each notation', () => {
    for (const minute of minutes) {
      const written = writeHours(minute);
      expect(readHours(written)).toBe(minute);
      expect(readHours(written.replace(':', 'h'))).toBe(minute);
      expect(readHours(` ${written.padStart(5, '0')} `)).toBe(minute);
    }
  });

  test('every hundredth of an hour is read within half a minute, and never runs backwards', () => {
    let before = 0;
    for (let hundredths = 0; hundredths <= 2400; hundredths++) {
      const read = readHours(`${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`)!;
      expect(Math.abs(read - hundredths * 0.6)).toBeLessThanOrEqual(0.5);
      expect(read).toBeGreaterThanOrEqual(before);
      before = read;
    }
  });

  test.each([
    ['4', 240],
    ['4h', 240],
    ['4,5', 270],
    ['4.5', 270],
    ['0', 0],
    ['25', 1500],
    ['', null],
  ])('%s is %s', (written, read) => expect(readHours(written)).toBe(read));

  test.each(['4.30', '4:60', '4:5', '-1', 'quattro', '4 30', '1e1', '4:30:00', '100'])('%s is asked again', (written) => expect(readHours(written)).toBeUndefined());
});
