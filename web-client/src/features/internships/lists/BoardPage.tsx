import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ButtonLink } from '../../../components/Button';
import { FilterSelect, ListBar } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { DateText } from '../../../components/values';
import { useBoard, type Board } from '../api/lists';
import { capital } from '../words';

/** What is not over, step by step, each with what holds it up. */
export function BoardPage() {
  const { t } = useTranslation('internships');
  const [search, setSearch] = useSearchParams();
  const mine = search.get('mine') === 'true';
  const board = useBoard(mine);
  const [block, setBlock] = useState<string | undefined>();
  return (
    <Page
      title={t('board.title')}
      subtitle={t('board.intro')}
      back={{ to: '/internships', label: t('nav') }}
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
              <FilterSelect label={t('board.blockedBy')} value={block} options={data.blocks.map((one) => ({ value: one.code, label: `${t(`board.block.${one.code}`)} (${one.count})` }))} onChange={setBlock} />
              <FilterSelect label={t('whose')} value={mine ? 'true' : undefined} options={[{ value: 'true', label: t('mine') }]} onChange={(value) => setSearch(value ? { mine: value } : {}, { replace: true })} />
            </ListBar>
            {data.columns.every((column) => column.count === 0) ? <EmptyState icon="card" title={t('board.empty')} text={t('empty.text')} /> : <Columns board={data} block={block} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Columns({ board, block }: { board: Board; block: string | undefined }) {
  const { t } = useTranslation('internships');
  return (
    <div className="board">
      {board.columns.map((column) => {
        const cards = column.cards.filter((card) => !block || card.blocks.some((code) => code === block));
        return (
          <section key={column.stage} aria-labelledby={`board-${column.stage}`}>
            <h2 id={`board-${column.stage}`}>
              {capital(t(`stage.${column.stage}`))} <span className="muted">{column.count}</span>
            </h2>
            {cards.length === 0 && <p className="muted">{t('board.none')}</p>}
            <ul>
              {cards.map((card) => (
                <li key={card.id} className="board-card">
                  <Link to={`/internships/${card.id}`}>{card.personName}</Link>
                  <div>{card.companyName}</div>
                  <div className="muted">
                    {column.stage === 'active' || column.stage === 'suspended' ? t('board.until') : t('board.from')} <DateText value={card.on} short />
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
            {column.count > column.cards.length && (
              <Link className="lnk" to={`/internships?stage=${column.stage}`}>
                {t('board.all', { count: column.count })}
              </Link>
            )}
          </section>
        );
      })}
    </div>
  );
}
