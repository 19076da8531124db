/** The shape of a board while it is on its way. */
export function BoardSkeleton() {
  return (
    <>
      <span className="visually-hidden" role="status">
        Loading the board
      </span>
      {[5, 3, 4].map((cards) => (
        <div key={cards} className="column" aria-hidden="true">
          <div className="column-head">
            <span className="skeleton-block column-name-blank" />
          </div>
          <div className="column-scroll">
            {Array.from({ length: cards }, (_, card) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: blanks never change places
              <div key={card} className="card-slot">
                <div className="card card-blank skeleton-block" />
              </div>
            ))}
          </div>
        </div>
      ))}
    </>
  );
}
