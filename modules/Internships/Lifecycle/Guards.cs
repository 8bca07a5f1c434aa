namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>
/// Turns by host and by person. An activation moves their lines before it counts, so the second of two at once waits for the first and then sees it,
/// on every engine and at every isolation level.
/// </summary>
internal sealed class Guards(IDbSession db)
{
    /// <summary>Makes the lines that are missing.</summary>
    public async Task EnsureAsync(CancellationToken ct, params IEnumerable<Guid> subjects)
    {
        foreach (var subject in subjects.Order())
        {
            await db.ExecuteAsync(Insert, new { Id = subject }, ct, ifTaken: () => new ConflictException("internship.try-again", new(
                "Un'altra persona sta lavorando sulla stessa azienda o persona in questo istante: riprovare.",
                "Somebody else is working on the same company or person at this very moment: try again.")));
        }
    }

    /// <summary>Waits for the turn; the transaction's end gives it to the next one. Always in the same order, so that two never wait for each other.</summary>
    public async Task TakeTurnAsync(CancellationToken ct, params IEnumerable<Guid> subjects)
    {
        foreach (var subject in subjects.Order())
        {
            await db.ExecuteAsync(Move, new { Id = subject }, ct);
        }
    }

    private const string Insert = """
        insert into internships_guard (subject_id, turns)
        select @Id, 0
        where  not exists (select 1 from internships_guard where subject_id = @Id)
        """;

    private const string Move = "update internships_guard set turns = turns + 1 where subject_id = @Id";
}
