import { expect, test } from 'vitest';
import { isTime, minutesOf, tidyTime } from './times';

test.each([
  ['9', 540], ['9:30', 570], ['9.30', 570], ['9,30', 570], ['930', 570], ['0930', 570], ['1230', 750], ['24', 1439], ['960', undefined], ['2430', undefined], ['', null], ['25', undefined], ['9:60', undefined], ['mattina', undefined],
])('%s is %s minutes', (written, minutes) => expect(minutesOf(written)).toBe(minutes));

test.each([
  ['9', '09:00'], ['830', '08:30'], ['8.30', '08:30'], ['1230', '12:30'], ['', ''], ['mattina', 'mattina'],
])('%s is tidied to %s once it is left', (written, tidy) => expect(tidyTime(written)).toBe(tidy));

test.each([['09:30', true], ['23:59', true], ['24:00', false], ['9:30', false], ['', false], ['mattina', false]])('%s is an hour of the clock: %s', (written, is) => expect(isTime(written)).toBe(is));
