using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Allowances.Overpayments;

/// <summary>Reads closings and shows them; reasons and notes are encrypted.</summary>
internal sealed class ClosingBook(IDbSession db, IFieldCipher cipher, IColleagues colleagues)
{
    /// <summary>Why names are read.</summary>
    public const string Purpose = "pay-list";

    private const string SelectWaiting = $"{ClosingRow.Columns} and closing.state = 'toConfirm' and closing.internship_id in {Batches.Keys}";

    private const string SelectOfInternship = $"{ClosingRow.Columns} and closing.internship_id = @InternshipId order by closing.recorded_at desc, closing.id desc";

    /// <exception cref="NotFoundException"><c>overpayment-closing.not-found</c>.</exception>
    public async Task<ClosingRow> FindAsync(Guid id, CancellationToken ct) => await db.FindAsync<ClosingRow>(ClosingRow.Select, new { Id = id }, ct) ?? throw new NotFoundException("overpayment-closing");

    /// <summary>The renouncements of these internships that await a second person.</summary>
    public Task<IReadOnlyList<ClosingRow>> WaitingAsync(IReadOnlyCollection<Guid> internshipIds, CancellationToken ct) =>
        db.QueryInBatchesAsync<Guid, ClosingRow>(SelectWaiting, internshipIds, null, ct);

    /// <summary>All that was recorded of an internship, the last first; what was taken back too.</summary>
    public async Task<IReadOnlyList<ShownClosing>> OfInternshipAsync(Guid internshipId, CancellationToken ct) =>
        await ShowAsync(await db.QueryAsync<ClosingRow>(SelectOfInternship, new { InternshipId = internshipId }, ct), ct);

    public async Task<IReadOnlyList<ShownClosing>> ShowAsync(IReadOnlyCollection<ClosingRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var names = await colleagues.NamesAsync(ct);
        string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return
        [
            .. rows.Select(row => new ShownClosing(
                row.Id, row.Version, row.Month, row.Kind, row.Cents, row.GivenOn, row.How, cipher.Unprotect(row.Reason) is { } code ? Enum.Parse<RenouncementReason>(code, ignoreCase: true) : null,
                cipher.Unprotect(row.Note), row.State, row.RecordedAt, NameOf(row.RecordedBy), row.ClosedAt, NameOf(row.ClosedBy), row.WithdrawnAt, NameOf(row.WithdrawnBy))),
        ];
    }
}
