const dayAfter = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The days a task can be put off to: tomorrow, next Monday (unless that is tomorrow, or a week away), a week from today. */
export function putOffDays(today: string) {
  const toMonday = (8 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7 || 7;
  return [
    { name: 'tomorrow' as const, day: dayAfter(today, 1) },
    ...(toMonday > 1 && toMonday < 7 ? [{ name: 'monday' as const, day: dayAfter(today, toMonday) }] : []),
    { name: 'nextWeek' as const, day: dayAfter(today, 7) },
  ];
}
