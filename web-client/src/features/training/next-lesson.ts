import { plusDays } from '../../lib/days';

interface Lesson {
  day: string;
  from: string;
  to: string;
}

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: string) => weekday(day) === 0 || weekday(day) === 6;

/**
 * The lesson that probably follows: a course is the same hours again, a week later where the last two were a week apart, else on the next day one works.
 * No day where that is after the edition ends: a proposal that is refused helps nobody.
 */
export function nextLesson(lessons: readonly Lesson[], edition: { startsOn: string; endsOn: string }): Lesson {
  const inOrder = [...lessons].sort((a, b) => (a.day + a.from).localeCompare(b.day + b.from));
  const last = inOrder.at(-1);
  if (!last) return { day: edition.startsOn, from: '09:00', to: '13:00' };
  const before = inOrder.findLast((lesson) => lesson.day < last.day);
  let day = plusDays(last.day, before && plusDays(before.day, 7) === last.day ? 7 : 1);
  while (isWeekend(day) && !isWeekend(last.day)) day = plusDays(day, 1);
  return { day: day <= edition.endsOn ? day : '', from: last.from, to: last.to };
}
