const stages = ['Connection', 'Greeting', 'Security', 'SignIn', 'Sender', 'Recipient', 'Content'] as const;
const reasons = ['interrupted', 'no-answer', 'cancelled', 'forgotten'] as const;

export type Failure = { stage: (typeof stages)[number]; final: boolean; codes: string } | { reason: (typeof reasons)[number] };

/** What the platform wrote down of a mail that did not leave: "Refused at Recipient: 550 5.1.1", or one of its own words. */
export function readFailure(text: string): Failure | undefined {
  const reason = reasons.find((known) => known === text);
  if (reason) return { reason };
  const [, outcome, where, codes = ''] = /^(Refused|Deferred) at (\w+)(?:: (.*))?$/.exec(text) ?? [];
  const stage = stages.find((known) => known === where);
  return stage && { stage, final: outcome === 'Refused', codes };
}
