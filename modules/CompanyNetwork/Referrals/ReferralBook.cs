using InclusionPlatform.CompanyNetwork.Availabilities;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>What every step of a referral does besides its own: it finds it for whoever may see it, moves it once, writes its story and counts the company's places again.</summary>
internal sealed class ReferralBook(IDbSession db, AvailabilityBook availabilities, INotifications notifications, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
{
    private const string Move = """
        update company_network_referral
        set    state = @To, answered_at = @At, decline_reason = @Reason, decline_note = @Note, version = version + 1
        where  id = @Id and version = @Version
        """;

    private const string SelectName = "select name from company_network_company where id = @CompanyId";

    private const string InsertMoment = """
        insert into company_network_referral_moment (referral_id, number, kind, at, done_by)
        select @Id, coalesce(max(number), 0) + 1, @Kind, @At, @By
        from   company_network_referral_moment
        where  referral_id = @Id
        """;

    /// <summary>Whether whoever asks sees the referrals of everybody: those who keep the bank do, an educator sees those addressed to them.</summary>
    public bool SeesAll => user.Has(CompanyNetworkModule.ProposeCompanies);

    /// <summary>The referral, if whoever asks may see it.</summary>
    public async Task<ReferralRow> FindAsync(Guid id, CancellationToken ct)
    {
        var row = await db.FindAsync<ReferralRow>(ReferralRow.SelectById, new { Id = id }, ct);
        return row is not null && (SeesAll || row.EducatorId == user.Id) ? row : throw new NotFoundException("referral", id);
    }

    /// <summary>The referral, once it is this transaction's turn to change it: its availability's line is moved first.</summary>
    public async Task<ReferralRow> TakeTurnAsync(Guid id, CancellationToken ct)
    {
        var seen = await FindAsync(id, ct);
        await db.ExecuteAsync(AvailabilitySql.TakeTurn, new { Id = seen.AvailabilityId }, ct);
        return await FindAsync(id, ct);
    }

    /// <summary>Moves it to a state, with a line in its story.</summary>
    public async Task MoveAsync(ReferralRow row, CompanyReferralState to, CancellationToken ct, CompanyDeclineReason? reason = null, string? note = null)
    {
        var moved = await db.ExecuteAsync(Move, new { row.Id, row.Version, To = to.Code(), At = clock.GetUtcNow(), Reason = reason?.Code(), Note = note }, ct);
        if (moved == 0)
        {
            throw MeantimeChanged();
        }

        await TellAsync(row.Id, Enum.Parse<CompanyReferralMomentKind>(to.ToString()), ct);
        await availabilities.RecountAsync(row.CompanyId, ct);
    }

    /// <summary>Writes a line of its story.</summary>
    public async Task TellAsync(Guid id, CompanyReferralMomentKind kind, CancellationToken ct)
    {
        audit.Changes("company-referral", id);
        await db.ExecuteAsync(InsertMoment, new { Id = id, Kind = kind.Code(), At = clock.GetUtcNow(), By = user.Kind is ActorKind.Person ? user.Id : (Guid?)null }, ct);
    }

    /// <summary>Takes back what nobody has answered yet of an availability that ends.</summary>
    public async Task WithdrawUnansweredOfAsync(Guid availabilityId, CancellationToken ct)
    {
        foreach (var row in await db.QueryAsync<ReferralRow>(ReferralRow.SelectUnansweredOf, new { AvailabilityId = availabilityId, Today = clock.Today() }, ct))
        {
            await WithdrawAsync(row, ct);
        }
    }

    /// <summary>Takes back what is still open of a company that hosts nobody any more, and writes why into each story.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="why">What happened to the company.</param>
    /// <param name="acceptedToo">Also what an educator has taken up already.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task WithdrawOfCompanyAsync(Guid companyId, CompanyReferralMomentKind why, bool acceptedToo, CancellationToken ct)
    {
        foreach (var row in await db.QueryAsync<ReferralRow>(ReferralRow.SelectOpenOfCompany, new { CompanyId = companyId, Today = clock.Today() }, ct))
        {
            if (acceptedToo || row.State is CompanyReferralState.Proposed)
            {
                await TellAsync(row.Id, why, ct);
                await WithdrawAsync(row, ct);
            }
        }
    }

    /// <summary>Takes it back and tells the educator.</summary>
    public async Task WithdrawAsync(ReferralRow row, CancellationToken ct)
    {
        await MoveAsync(row, CompanyReferralState.Withdrawn, ct);
        await notifications.NotifyAsync([row.EducatorId], "company-referral.withdrawn", await CompanyNameAsync(row, ct), PageOf(row), ct);
    }

    /// <summary>The name of the company, for who is told of it.</summary>
    public async Task<string?> CompanyNameAsync(ReferralRow row, CancellationToken ct) => await db.ScalarAsync<string>(SelectName, new { row.CompanyId }, ct);

    /// <summary>The page of a referral.</summary>
    public static string PageOf(ReferralRow row) => $"/companies/referrals/{row.Id}";

    public static ConflictException MeantimeChanged() => new("referral.try-again", new(
        "Nel frattempo un'altra persona ha cambiato questa segnalazione: rileggerla e riprovare.",
        "Somebody else changed this referral in the meantime: read it again and retry."));
}
