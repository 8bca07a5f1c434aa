import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../lib/format';
import { Button } from './Button';
import type { List } from './useList';

/** Under the rows of a list: how many of how many they are, and the way to more. With the last page the button goes, and the number takes its focus: the next Tab goes on from there. */
export function ListFoot({ list }: { list: Pick<List<unknown>, 'rows' | 'total' | 'isPending' | 'hasMore' | 'isLoadingMore' | 'loadMore'> }) {
  const { t } = useTranslation('common');
  const shown = useRef<HTMLSpanElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (list.hasMore || !asked.current) return;
    asked.current = false;
    if (!document.activeElement || document.activeElement === document.body) shown.current?.focus({ preventScroll: true });
  }, [list.hasMore]);
  if (list.isPending) return null;
  return (
    <div className="table-foot">
      <span role="status" ref={shown} tabIndex={-1}>
        {list.total === undefined ? t('table.shown', { count: list.rows.length }) : t('table.shownOf', { count: list.rows.length, total: number(list.total) })}
      </span>
      {list.hasMore && (
        <Button
          look="outline"
          busy={list.isLoadingMore}
          onClick={() => {
            asked.current = true;
            list.loadMore();
          }}
        >
          {list.isLoadingMore ? t('loading') : t('table.more')}
        </Button>
      )}
    </div>
  );
}
