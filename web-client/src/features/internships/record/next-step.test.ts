import { expect, test } from 'vitest';
import { pageOf, type NextStep } from './NextStepButton';

const step = (code: NextStep['code'], rest: Partial<NextStep> = {}): NextStep => ({ code, dueOn: null, month: null, extensionId: null, suspensionId: null, kind: null, stage: null, author: null, ...rest });

test.each([
  [step('closeRegister', { month: '2027-01' }), '/internships/1/attendance/2027-01'],
  [step('writeRegister', { month: '2027-03' }), '/internships/1/attendance/2027-03'],
  [step('visit', { kind: 'interview' }), '/internships/1/visits/interview'],
  [step('evaluate', { stage: 'final', author: 'person' }), '/internships/1/evaluations/final/person'],
  [step('openDossier'), '/internships/1/dossier'],
  [step('communicateStart'), null],
  [step('communicateExtension', { extensionId: 'e' }), null],
  [step('communicateCessation'), null],
  [step('resume', { suspensionId: 's' }), null],
  [step('end'), null],
  [step('askHiring'), null],
])('a next step leads to its page, or is done here: %o', (next, page) => expect(pageOf('1', next)).toBe(page));
