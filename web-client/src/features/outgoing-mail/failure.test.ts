import { describe, expect, it } from 'vitest';
import { readFailure } from './failure';

describe('readFailure', () => {
  it('tells the stage, the codes and whether it is final', () => {
    expect(readFailure('Refused at Recipient: 550 5.1.1')).toEqual({ stage: 'Recipient', final: true, codes: '550 5.1.1' });
    expect(readFailure('Deferred at Connection')).toEqual({ stage: 'Connection', final: false, codes: '' });
  });

  it('knows the words of the platform, and nothing else', () => {
    expect(readFailure('no-answer')).toEqual({ reason: 'no-answer' });
    expect(readFailure('something new')).toBeUndefined();
  });
});
