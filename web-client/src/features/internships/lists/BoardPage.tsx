import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../../../components/Button';
import { FilterSelect, ListBar } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useListState } from '../../../components/useListState';
import { DateText } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { number } from '../../../lib/format';
import { useBoard, type Block, type Board } from '../api/lists';

/** What is not over, step by step, each with what holds it up. */
export function BoardPage() {
  const { t } = useTranslation('internships');
  const { filters, setFilter } = useListState({ filters: ['mine', 'block'] });
  const mine = filters.mine === 'true';
  const block = filters.block as Block | undefined;
  const board = useBoard(mine, block);
  return (
    <Page
      title={t('board.title')}
      subtitle={t('board.intro')}
      width="wide"
      actions={
        <ButtonLink to="/internships/new" icon="plus">
          {t('propose')}
        </ButtonLink>
      }
    >
      <Loaded query={board} lines={8}>
        {(data) => (
          <>
            <ListBar>
              <FilterSelect label={t('board.blockedBy')} value={block} options={data.blocks.map((one) => ({ value: one.code, label: `${t(`board.block.${one.code}`)} (${number(Number(one.count))})` }))} onChange={(value) => setFilter('block', value)} />
              <FilterSelect label={t('whose')} value={mine ? 'true' : undefined} options={[{ value: 'true', label: t('mine') }]} onChange={(value) => setFilter('mine', value)} />
            </ListBar>
            {!block && data.columns.every((column) => column.count === 0) ? <EmptyState icon="card" title={t('board.empty')} text={t('empty.text')} /> : <Columns board={data} block={block} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Columns({ board, block }: { board: Board; block: Block | undefined }) {
  const { t } = useTranslation('internships');
  const columns = useRef<HTMLDivElement>(null);
  // Left and right go from column to column; within one, up and down scroll it and Tab goes through its cards.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    const all = [...(columns.current?.querySelectorAll<HTMLElement>('.board-column') ?? [])];
    const at = all.findIndex((column) => column.contains(document.activeElement));
    const next = all[at + (event.key === 'ArrowRight' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  // Of one block only the steps that it holds up: on a phone the others would stand before them, empty.
  const shown = block ? board.columns.filter((column) => column.count > 0) : board.columns;
  if (shown.length === 0) return <EmptyState icon="card" title={t('board.noneBlocked')} />;
  return (
    <div className="board" ref={columns} onKeyDown={onKeyDown}>
      {shown.map((column) => {
        const { cards } = column;
        return (
          <div key={column.stage} className="board-column" role="region" tabIndex={0} aria-labelledby={`board-${column.stage}`}>
            <h2 id={`board-${column.stage}`}>
              {capital(t(`stage.${column.stage}`))} <span className="muted">{number(column.count)}</span>
            </h2>
            {cards.length === 0 && <p className="muted">{t('board.none')}</p>}
            <ul>
              {cards.map((card) => (
                <li key={card.id} className="board-card">
                  <Link to={`/internships/${card.id}`}>{card.personName}</Link>
                  <div>{card.companyName}</div>
                  <div className="muted">
                    {column.stage === 'draft' || column.stage === 'toSign' || column.stage === 'ready' ? t('board.from') : t('board.until')} <DateText value={card.on} short />
                  </div>
                  <div className="board-blocks">
                    {card.blocks.map((code) => (
                      <StatusChip key={code} tone={code === 'pastEnd' ? 'late' : 'warn'}>
                        {t(`board.block.${code}`)}
                      </StatusChip>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
            {column.count > cards.length &&
              (block ? (
                <p className="muted">{t('board.firstOf', { count: cards.length, total: number(column.count) })}</p>
              ) : (
                <Link className="lnk" to={moreOf(column.stage)}>
                  {t('board.all', { count: column.count })}
                </Link>
              ))}
          </div>
        );
      })}
    </div>
  );
}

/** Of what is over only that of which a communication is due is on the board. */
function moreOf(stage: Board['columns'][number]['stage']) {
  if (stage === 'endedEarly') return '/internships?due=cessationMissing';
  return stage === 'ended' ? '/internships?due=extensionMissing' : `/internships?stage=${stage}`;
}
