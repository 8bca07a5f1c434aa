using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>A referral as far as whoever asks may see it.</summary>
internal sealed record SeenReferral(
    Guid Id, int Version, ReferralState State, bool Restricted, Guid ReceivedBy, Guid? ReadingId, DateOnly ReceivedOn, DateOnly AnswerDueOn, DateOnly? WaitingSince, string ContentCipher, string BodyCipher);

/// <summary>The one door to a referral by id, and the pen that writes its story. What may not be seen answers exactly as what does not exist.</summary>
internal sealed class ReferralDesk(IDbSession db, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock)
{
    private const string Select = """
        select r.id as Id, r.version as Version, r.state as State, r.restricted as Restricted, r.received_by as ReceivedBy, r.reading_id as ReadingId, r.received_on as ReceivedOn,
               r.answer_due_on as AnswerDueOn, r.waiting_since as WaitingSince, r.content_cipher as ContentCipher, r.referring_body_cipher as BodyCipher
        from   beneficiaries_referral r
        where  r.id = @Id
        """;

    private const string SentByMe = "and r.received_by = @Me";

    private const string OnAgenda = "and r.id in (select i.referral_id from beneficiaries_reading_item i where i.reading_id = @ReadingId)";

    private const string InsertEvent = """
        insert into beneficiaries_referral_event (id, referral_id, kind, note_cipher, list_position, list_points, actor_id, actor_kind, happened_at)
        values (@EventId, @ReferralId, @Kind, @Note, @Position, @Points, @Me, @ActorKind, @Now)
        """;

    /// <summary>The parameters of <see cref="VisibleReferrals"/>, with an id.</summary>
    public object Args(Guid id) => new { Id = id, Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() };

    /// <summary>The referral.</summary>
    /// <exception cref="NotFoundException">No such referral, or none that may be seen.</exception>
    public async Task<SeenReferral> FindAsync(Guid id, CancellationToken ct) =>
        await db.FindAsync<SeenReferral>(new ListSql(Select).OnlyVisibleReferrals(user).ToString(), Args(id), ct) ?? throw new NotFoundException("referral", id);

    /// <summary>The referral on the agenda of a meeting that whoever asks may see. Once somebody was taken on it may be out of sight: a second decision must be told so, not sent away.</summary>
    /// <exception cref="NotFoundException">No such referral on this agenda.</exception>
    public async Task<SeenReferral> FindOnAgendaAsync(Guid readingId, Guid id, CancellationToken ct) =>
        await db.FindAsync<SeenReferral>(new ListSql(Select).When(true, OnAgenda).ToString(), new { Id = id, ReadingId = readingId }, ct) ?? throw new NotFoundException("referral", id);

    /// <summary>The referral, for whoever sees it and for the system that sent it.</summary>
    /// <exception cref="NotFoundException">No such referral, or none of theirs.</exception>
    public async Task<SeenReferral> FindOrOwnAsync(Guid id, CancellationToken ct)
    {
        if (user.Kind != ActorKind.Client)
        {
            return await FindAsync(id, ct);
        }

        return await db.FindAsync<SeenReferral>(new ListSql(Select).When(true, SentByMe).ToString(), Args(id), ct) ?? throw new NotFoundException("referral", id);
    }

    /// <summary>What the body wrote.</summary>
    public ReferralContent Open(string contentCipher) => sensitive.Open<ReferralContent>(contentCipher)!;

    /// <summary>Writes a line of the story.</summary>
    public Task TellAsync(Guid referralId, ReferralEventKind kind, string? note, CancellationToken ct, int? position = null, int? points = null)
    {
        var now = clock.GetUtcNow();
        return db.ExecuteAsync(
            InsertEvent,
            new
            {
                EventId = Guid.CreateVersion7(now),
                ReferralId = referralId,
                Kind = kind.Code(),
                Note = string.IsNullOrWhiteSpace(note) ? null : sensitive.SealText(note.Trim()),
                Position = position,
                Points = points,
                Me = user.Id,
                ActorKind = user.Kind.Code(),
                Now = now,
            },
            ct);
    }
}
