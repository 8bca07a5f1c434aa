import { Copyable } from '../../components/Copyable';
import { Notice } from '../../components/parts';

/** Shown once: the page forgets it when it is left, and the platform keeps only a hash. */
export function OneTimeSecret({ title, text, values }: { title: string; text: string; values: { label: string; value: string }[] }) {
  return (
    <Notice tone="warn" title={title}>
      <p>{text}</p>
      {values.map((one) => (
        <Copyable key={one.label} {...one} />
      ))}
    </Notice>
  );
}
