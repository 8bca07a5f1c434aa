using InclusionPlatform.CompanyNetwork.Contacts;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>
/// Whose turn a company of a campaign is. Each step is one conditional update whose count says who won, so that two operators never call the same company, on any number of nodes.
/// </summary>
internal sealed class CampaignTurns(IDbSession db, ICurrentUser user, CompanyNetworkOptions options, TimeProvider clock)
{
    private const string SelectClosed = "select closed_at as ClosedAt from company_network_campaign where id = @CampaignId";

    private const string Take = """
        update company_network_campaign_company
        set    held_by = @By, held_by_name = @ByName, held_until = @Until
        where  campaign_id = @CampaignId and company_id = @CompanyId and done_at is null and (held_by is null or held_by = @By or held_until <= @Now)
        """;

    private const string ReleaseOthers = """
        update company_network_campaign_company
        set    held_by = null, held_by_name = null, held_until = null
        where  campaign_id = @CampaignId and held_by = @By and company_id <> @CompanyId
        """;

    private const string Release = """
        update company_network_campaign_company
        set    held_by = null, held_by_name = null, held_until = null
        where  campaign_id = @CampaignId and company_id = @CompanyId and held_by = @By
        """;

    private const string Finish = """
        update company_network_campaign_company
        set    done_at = @Now, done_by = @By, done_by_name = @ByName, contact_id = @ContactId, outcome = @Outcome, held_by = null, held_by_name = null, held_until = null
        where  campaign_id = @CampaignId and company_id = @CompanyId and done_at is null and (held_by is null or held_by = @By or held_until <= @Now)
        """;

    private const string Reopen = """
        update company_network_campaign_company
        set    done_at = null, done_by = null, done_by_name = null, contact_id = null, outcome = null
        where  campaign_id = @CampaignId and company_id = @CompanyId and contact_id = @ContactId
        """;

    private const string SelectState = """
        select done_at as DoneAt, done_by_name as DoneByName, held_by_name as HeldByName, held_until as HeldUntil
        from   company_network_campaign_company
        where  campaign_id = @CampaignId and company_id = @CompanyId
        """;

    private const string Count = """
        update company_network_campaign_tally
        set    calls = calls + @By1
        where  campaign_id = @CampaignId and operator_id = @By and outcome = @Outcome
        """;

    private const string InsertCount = """
        insert into company_network_campaign_tally (campaign_id, operator_id, outcome, operator_name, calls)
        values (@CampaignId, @By, @Outcome, @ByName, 1)
        """;

    /// <summary>Takes the turn of a company for some minutes, or prolongs it; whoever takes one lets go of the former.</summary>
    /// <exception cref="ConflictException">Somebody else is calling, or the company has been called.</exception>
    public async Task<DateTimeOffset> TakeAsync(Guid campaignId, Guid companyId, CancellationToken ct) =>
        await TryTakeAsync(campaignId, companyId, ct) ?? throw await WhyNotAsync(campaignId, companyId, ct);

    /// <summary>The same, but null when somebody else was faster.</summary>
    public async Task<DateTimeOffset?> TryTakeAsync(Guid campaignId, Guid companyId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now.AddMinutes(options.TurnMinutes);
        var turn = new { CampaignId = campaignId, CompanyId = companyId, By = user.Id, ByName = user.DisplayName, Now = now, Until = until };
        if (await db.ExecuteAsync(Take, turn, ct) == 0)
        {
            return null;
        }

        await db.ExecuteAsync(ReleaseOthers, turn, ct);
        return until;
    }

    public Task<int> ReleaseAsync(Guid campaignId, Guid companyId, CancellationToken ct) =>
        db.ExecuteAsync(Release, new { CampaignId = campaignId, CompanyId = companyId, By = user.Id }, ct);

    /// <summary>The company has been called from the campaign, once for all.</summary>
    public async Task FinishAsync(Guid campaignId, Guid companyId, Guid contactId, ContactOutcome outcome, CancellationToken ct)
    {
        await CheckOpenAsync(campaignId, ct);
        var call = new { CampaignId = campaignId, CompanyId = companyId, ContactId = contactId, Outcome = outcome.Code(), By = user.Id, ByName = user.DisplayName, Now = clock.GetUtcNow(), By1 = 1 };
        if (await db.ExecuteAsync(Finish, call, ct) == 0)
        {
            throw await WhyNotAsync(campaignId, companyId, ct);
        }

        if (await db.ExecuteAsync(Count, call, ct) == 0)
        {
            await db.ExecuteAsync(InsertCount, call, ct, () => Held(user.DisplayName, null));
        }
    }

    /// <summary>The contact was taken back: the company is to be called again.</summary>
    public async Task ReopenAsync(Guid campaignId, Guid companyId, Guid contactId, ContactOutcome outcome, CancellationToken ct)
    {
        var call = new { CampaignId = campaignId, CompanyId = companyId, ContactId = contactId, Outcome = outcome.Code(), By = user.Id, By1 = -1 };
        if (await db.ExecuteAsync(Reopen, call, ct) > 0)
        {
            await db.ExecuteAsync(Count, call, ct);
        }
    }

    public async Task CheckOpenAsync(Guid campaignId, CancellationToken ct)
    {
        var campaign = await db.FindAsync<State>(SelectClosed, new { CampaignId = campaignId }, ct) ?? throw new NotFoundException("campaign", campaignId);
        ClosedCampaignIsNotCalled.Check(campaign.ClosedAt);
    }

    private async Task<ProblemException> WhyNotAsync(Guid campaignId, Guid companyId, CancellationToken ct)
    {
        var state = await db.FindAsync<CompanyState>(SelectState, new { CampaignId = campaignId, CompanyId = companyId }, ct);
        return state is null ? new NotFoundException("company", companyId)
            : state.DoneAt is not null ? new ConflictException("campaign.company-done", new(
                $"In questa campagna l'ha già chiamata {state.DoneByName}: si passa alla prossima.",
                $"{state.DoneByName} has called it in this campaign already: go on to the next one."))
            : Held(state.HeldByName ?? "", state.HeldUntil);
    }

    private static ConflictException Held(string name, DateTimeOffset? until)
    {
        var time = until is { } at ? TimeZoneInfo.ConvertTime(at, ItalianTime.Zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null;
        return new("campaign.company-held", new(
            $"La sta chiamando {name}{(time is null ? "" : $", fino alle {time}")}: si passa alla prossima.",
            $"{name} is calling it{(time is null ? "" : $" until {time}")}: go on to the next one."));
    }

    private sealed record State(DateTimeOffset? ClosedAt);

    private sealed record CompanyState(DateTimeOffset? DoneAt, string? DoneByName, string? HeldByName, DateTimeOffset? HeldUntil);
}
