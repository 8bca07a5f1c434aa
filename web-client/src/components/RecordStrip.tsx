import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../lib/classes';
import { leapTo } from '../lib/leap';
import { Menu } from './Menu';

/**
 * The head of a long record once it has scrolled away: whose record it is, and its parts to leap to. The parts are read from the page when they are asked for, so that
 * what is not shown is not offered. With the keyboard it is there from the start.
 */
export function RecordStrip({ title }: { title: string }) {
  const { t } = useTranslation('common');
  const root = useRef<HTMLDivElement>(null);
  const [gone, setGone] = useState(false);

  useEffect(() => {
    const head = root.current?.previousElementSibling;
    if (!head || !('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(([entry]) => entry && setGone(!entry.isIntersecting && entry.boundingClientRect.top < 0));
    observer.observe(head);
    return () => observer.disconnect();
  }, []);

  const parts = () => [...(root.current?.parentElement?.querySelectorAll<HTMLElement>('.section > header > h2') ?? [])].map((heading) => ({ label: heading.textContent, onSelect: () => leapTo(heading) }));

  return (
    <div ref={root} className={classes('record-strip', gone && 'gone')}>
      <div>
        <b aria-hidden="true">{title}</b>
        <Menu label={t('onThisPage')} items={parts} />
      </div>
    </div>
  );
}
