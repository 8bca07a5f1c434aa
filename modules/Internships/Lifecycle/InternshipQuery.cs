using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>What is due of internships; each is a filter of the list and a line of the home page.</summary>
internal enum InternshipDue
{
    /// <summary>A proposal that lacks nothing, or one paper only, and starts later than a week from now.</summary>
    Ready,

    /// <summary>A proposal that starts within a week, or should have, and lacks papers.</summary>
    StartsIncomplete,

    /// <summary>Active, and the communication that may follow the start is not recorded yet.</summary>
    CommunicationMissing,

    /// <summary>It was extended, or a suspension moved its end, it lasts beyond the day that was known, and the communication of the extension is not recorded yet.</summary>
    ExtensionMissing,

    /// <summary>It ended before the day that was known, and the communication of its end is not recorded yet.</summary>
    CessationMissing,

    /// <summary>Active, and ends within fourteen days.</summary>
    EndsSoon,

    /// <summary>Active, past its last day, without an outcome.</summary>
    PastEnd,

    /// <summary>It ran last month, and the register of that month is not closed.</summary>
    RegisterMissing,

    /// <summary>Halfway or near its end, and the educator or the person has not evaluated it.</summary>
    EvaluationMissing,
}

/// <summary>How internships are listed.</summary>
internal enum InternshipOrder
{
    EndsOn,
    StartsOnDescending,
}

/// <summary>Which internships; what is null does not matter.</summary>
internal sealed record InternshipFilter(
    InternshipState? State = null, Guid? CaseId = null, Guid? CompanyId = null, DateOnly? EndsBefore = null, Guid? TutorId = null, InternshipDue? Due = null,
    InternshipOrder Order = InternshipOrder.EndsOn, InternshipStage? Stage = null)
{
    /// <summary>The name of the person or of the company: every word begins a word of it.</summary>
    public string? Text { get; init; }
}

/// <summary>A row of a list, with the name of its person: only of cases that may be seen.</summary>
internal sealed record ListedRow(ListedInternshipRow Row, VisibleCase Case, IReadOnlyList<string> Missing);

/// <summary>The columns that lists need.</summary>
internal sealed record ListedInternshipRow(
    Guid Id, Guid CaseId, Guid CompanyId, InternshipKind Kind, InternshipState State, DateOnly StartsOn, DateOnly EndsOn, DateOnly? EndedOn, Outcome? Outcome, int WholeHours, string? WeekHours,
    HostType HostType, Guid PromoterTutorId, Guid? ConventionId, DateOnly? SignedByPersonOn, DateOnly? SignedByHostOn, DateOnly? SignedByPromoterOn, string? CommunicationProtocol,
    DateOnly? CommunicationSentOn, string? InailPosition, string? LiabilityPolicy, DateOnly? HostDeclaredOn, DateTimeOffset? ToSignAt, DateOnly? CessationDueOn,
    string? CessationProtocol, DateOnly? ExtendedFrom, int Resting)
{
    public DateOnly LastDay => EndedOn ?? EndsOn;

    /// <summary>Exact: the hours of the days make it where they are said.</summary>
    public decimal WeeklyHours => Rules.WeekHours.Read(WeekHours)?.Hours ?? WholeHours;

    /// <summary>Its end is to be communicated.</summary>
    public bool CessationIsDue => CessationDueOn is not null && CessationProtocol is null;

    /// <summary>An extension is to be communicated.</summary>
    public bool ExtensionIsDue => ExtendedFrom is { } known && State is not InternshipState.Cancelled && Course.Rules.ChangeIsCommunicated.ExtensionIsDue(known, LastDay);

    public InternshipStage Stage => Course.Stages.Of(State, ToSignAt is not null, SignedByPersonOn is not null && SignedByHostOn is not null && SignedByPromoterOn is not null, Resting > 0);
}

/// <summary>
/// Reads internships in order, leaving out those whose case may not be seen: the other module answers which ones may. Whoever sees few cases reads those of these; whoever sees
/// nearly everybody's walks all in their order and asks about each batch. A name is looked for where names are, and its first <see cref="MostNamed"/> are read.
/// </summary>
internal sealed class InternshipQuery(IDbSession db, IMediator mediator, TimeProvider clock)
{
    private const int FirstBatch = 100, Batch = 400, MostNamed = 500, StartSoon = 7, EndSoon = 14, MostCompanies = 1000;

    // The home page and the board ask for the same internships under one filter after the other: within one request who may see whom is asked once.
    private readonly Dictionary<Guid, VisibleCase?> asked = [];
    private Task<IReadOnlyList<VisibleCase>?>? ownCases;

    private const string OfCases = $"and internship.case_id in {Batches.Keys}";
    private const string OfCompanies = $"and internship.company_id in {Batches.Keys}";

    /// <summary>All that match after a key, in order, read in batches as far as the caller asks.</summary>
    public async IAsyncEnumerable<ListedRow> ReadAsync(
        InternshipFilter filter, (DateOnly Day, Guid Id)? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var words = SearchText.Words(filter.Text);
        var own = await (ownCases ??= mediator.Send(new ListCasesOfOwnTeams(), ct));
        var walksAll = own is null && words.Count == 0;
        var rows = walksAll ? AllAsync(filter, after, ct) : own is null ? NamedAsync(filter, ct) : OwnAsync(filter, own, words, ct);
        await foreach (var row in rows)
        {
            // Along an index the engine has begun after the key, in its own order of ids.
            if (after is null || walksAll || Compare(filter.Order, KeyOf(filter.Order, row.Row), after.Value) > 0)
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<ListedRow> OwnAsync(
        InternshipFilter filter, IReadOnlyList<VisibleCase> own, IReadOnlyList<string> words, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var visible = own.ToDictionary(seen => seen.CaseId);
        var rows = await KeyedAsync(filter, OfCases, visible.Keys, ct);
        var companies = words.Count == 0 ? null : await CompaniesAsync(rows.Select(row => row.CompanyId), ct);
        foreach (var row in InOrder(filter.Order, rows).Where(row => companies is null || Begins(visible[row.CaseId].DisplayName, words) || Begins(companies.GetValueOrDefault(row.CompanyId)?.Name, words)))
        {
            if (Listed(filter, row, visible[row.CaseId]) is { } listed)
            {
                yield return listed;
            }
        }
    }

    private async IAsyncEnumerable<ListedRow> NamedAsync(InternshipFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var people = (await mediator.Send(new FindVisibleCases(filter.Text!, MostNamed), ct)).ToDictionary(seen => seen.CaseId);
        var ofPeople = await KeyedAsync(filter, OfCases, people.Keys, ct);
        var ofCompanies = await KeyedAsync(filter, OfCompanies, await mediator.Send(new FindCompanies(filter.Text!, MostNamed), ct), ct);
        foreach (var seen in await VisibleAsync(ofCompanies.Where(row => !people.ContainsKey(row.CaseId)), ct))
        {
            people[seen.CaseId] = seen;
        }

        foreach (var row in InOrder(filter.Order, ofPeople.Concat(ofCompanies).DistinctBy(row => row.Id)))
        {
            if (people.TryGetValue(row.CaseId, out var seen) && Listed(filter, row, seen) is { } listed)
            {
                yield return listed;
            }
        }
    }

    private async IAsyncEnumerable<ListedRow> AllAsync(
        InternshipFilter filter, (DateOnly Day, Guid Id)? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (key, batch) = (after, FirstBatch);
        while (true)
        {
            var rows = await db.TopAsync<ListedInternshipRow>(Ordered(filter, key is not null), Parameters(filter, key), batch, ct);
            var visible = (await VisibleAsync(rows, ct)).ToDictionary(seen => seen.CaseId);
            foreach (var row in rows)
            {
                if (visible.TryGetValue(row.CaseId, out var seen) && Listed(filter, row, seen) is { } listed)
                {
                    yield return listed;
                }
            }

            if (rows.Count < batch)
            {
                yield break;
            }

            (key, batch) = (KeyOf(filter.Order, rows[^1]), Batch);
        }
    }

    private Task<IReadOnlyList<ListedInternshipRow>> KeyedAsync(InternshipFilter filter, string keys, IEnumerable<Guid> ids, CancellationToken ct) =>
        db.QueryInBatchesAsync<Guid, ListedInternshipRow>(Filtered(filter).When(true, keys).ToString(), ids, Parameters(filter, null), ct);

    private async Task<IReadOnlyList<VisibleCase>> VisibleAsync(IEnumerable<ListedInternshipRow> rows, CancellationToken ct)
    {
        Guid[] cases = [.. rows.Select(row => row.CaseId).Distinct()];
        Guid[] unasked = [.. cases.Where(id => !asked.ContainsKey(id))];
        if (unasked.Length > 0)
        {
            var visible = (await mediator.Send(new ListVisibleCases(unasked), ct)).ToDictionary(seen => seen.CaseId);
            foreach (var id in unasked)
            {
                asked[id] = visible.GetValueOrDefault(id);
            }
        }

        return [.. cases.Select(id => asked[id]).OfType<VisibleCase>()];
    }

    private ListedRow? Listed(InternshipFilter filter, ListedInternshipRow row, VisibleCase seen) =>
        MissingOf(row, clock.Today()) is var missing && IsDue(filter.Due, row, missing, clock.Today()) ? new(row, seen, missing) : null;

    private object Parameters(InternshipFilter filter, (DateOnly Day, Guid Id)? key)
    {
        var today = clock.Today();
        var awaited = RegisterIsDue.Awaited(today);
        return new
        {
            State = filter.State?.Code(),
            filter.CaseId,
            filter.CompanyId,
            filter.EndsBefore,
            filter.TutorId,
            Today = today,
            Soon = today.AddDays(filter.Due is InternshipDue.EndsSoon ? EndSoon : StartSoon),
            AwaitedMonth = awaited.Text,
            AwaitedFirst = awaited.First,
            AwaitedLast = awaited.Last,
            FinalTo = today.AddDays(EvaluationIsDue.DaysBefore),
            FinalFrom = today.AddDays(-EvaluationIsAwaited.DaysAfter),
            AfterDay = key?.Day,
            AfterId = key?.Id,
        };
    }

    private static IOrderedEnumerable<ListedInternshipRow> InOrder(InternshipOrder order, IEnumerable<ListedInternshipRow> rows) =>
        rows.Order(Comparer<ListedInternshipRow>.Create((one, other) => Compare(order, KeyOf(order, one), KeyOf(order, other))));

    private static int Compare(InternshipOrder order, (DateOnly Day, Guid Id) one, (DateOnly Day, Guid Id) other) => order is InternshipOrder.EndsOn ? one.CompareTo(other) : other.CompareTo(one);

    private static bool Begins(string? name, IReadOnlyList<string> words)
    {
        var parts = SearchText.Words(name);
        return words.All(word => parts.Any(part => part.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>The key of a row in its order.</summary>
    public static (DateOnly Day, Guid Id) KeyOf(InternshipOrder order, ListedInternshipRow row) => (order is InternshipOrder.EndsOn ? row.EndsOn : row.StartsOn, row.Id);

    /// <summary>The companies by id, however many.</summary>
    public async Task<IReadOnlyDictionary<Guid, CompanyLabel>> CompaniesAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var labels = new Dictionary<Guid, CompanyLabel>();
        foreach (var chunk in ids.Distinct().Chunk(MostCompanies))
        {
            foreach (var label in await mediator.Send(new DescribeCompanies(chunk), ct))
            {
                labels[label.Id] = label;
            }
        }

        return labels;
    }

    // The text has already looked for the insurance in the convention.
    private static IReadOnlyList<string> MissingOf(ListedInternshipRow row, DateOnly today)
    {
        DocumentFacts papers = new(row.SignedByPersonOn, row.SignedByHostOn, row.SignedByPromoterOn, row.CommunicationProtocol, row.CommunicationSentOn, row.InailPosition, row.LiabilityPolicy, row.HostDeclaredOn, null, null);
        return row.State switch
        {
            InternshipState.Proposed => MissingDocuments.Of(papers, row.ConventionId is not null, row.InailPosition, row.LiabilityPolicy, row.HostType, row.Kind, row.StartsOn, today),
            InternshipState.Cancelled => [],
            _ => MissingDocuments.OfBegun(row.State, papers, row.ExtensionIsDue, row.CessationIsDue),
        };
    }

    private static bool IsDue(InternshipDue? due, ListedInternshipRow row, IReadOnlyList<string> missing, DateOnly today) => due switch
    {
        InternshipDue.Ready => missing.Count == 0 || (missing.Count == 1 && row.StartsOn > today.AddDays(StartSoon)),
        InternshipDue.StartsIncomplete => missing.Count > 0,
        InternshipDue.EvaluationMissing => EvaluationIsAwaited.Of(row.State, row.StartsOn, row.LastDay, today) is not null,
        _ => true,
    };

    private static ListSql Filtered(InternshipFilter filter) => new ListSql(Select)
        .When(filter.State is not null, "and internship.state = @State")
        .When(filter.Stage is not null, StageText(filter.Stage))
        .When(filter.CaseId is not null, "and internship.case_id = @CaseId")
        .When(filter.CompanyId is not null, "and internship.company_id = @CompanyId")
        .When(filter.EndsBefore is not null, "and internship.ends_on < @EndsBefore")
        .When(filter.TutorId is not null, "and internship.promoter_tutor_id = @TutorId")
        .When(filter.Due is InternshipDue.Ready, "and internship.state = 'proposed'")
        .When(filter.Due is InternshipDue.StartsIncomplete, "and internship.state = 'proposed' and internship.starts_on <= @Soon")
        .When(filter.Due is InternshipDue.CommunicationMissing, "and internship.state = 'active' and (internship.communication_protocol is null or internship.communication_sent_on is null)")
        .When(filter.Due is InternshipDue.ExtensionMissing, ExtensionIsMissing)
        .When(filter.Due is InternshipDue.CessationMissing, "and internship.cessation_due_on is not null and internship.cessation_protocol is null")
        .When(filter.Due is InternshipDue.EndsSoon, "and internship.state = 'active' and internship.ends_on >= @Today and internship.ends_on <= @Soon")
        .When(filter.Due is InternshipDue.PastEnd, "and internship.state = 'active' and internship.ends_on < @Today")
        .When(filter.Due is InternshipDue.RegisterMissing, RegisterIsMissing)
        .When(filter.Due is InternshipDue.EvaluationMissing, EvaluationIsMissing);

    private static string Ordered(InternshipFilter filter, bool goesOn)
    {
        var byEnd = filter.Order is InternshipOrder.EndsOn;
        return Filtered(filter)
            .When(goesOn && byEnd, "and internship.ends_on >= @AfterDay and (internship.ends_on > @AfterDay or internship.id > @AfterId)")
            .When(goesOn && !byEnd, "and internship.starts_on <= @AfterDay and (internship.starts_on < @AfterDay or internship.id < @AfterId)")
            .OrderBy(byEnd ? "order by internship.ends_on, internship.id" : "order by internship.starts_on desc, internship.id desc");
    }

    private static string StageText(InternshipStage? stage) => stage switch
    {
        InternshipStage.Draft => $"and internship.state = 'proposed' and internship.to_sign_at is null and {NotSigned}",
        InternshipStage.ToSign => $"and internship.state = 'proposed' and internship.to_sign_at is not null and {NotSigned}",
        InternshipStage.Ready => $"and internship.state = 'proposed' and not {NotSigned}",
        InternshipStage.Active => $"and internship.state = 'active' and not {IsResting}",
        InternshipStage.Suspended => $"and internship.state = 'active' and {IsResting}",
        InternshipStage.Ended => "and internship.state = 'ended'",
        InternshipStage.EndedEarly => "and internship.state = 'endedEarly'",
        _ => "and internship.state = 'cancelled'",
    };

    private const string NotSigned = "(internship.signed_by_person_on is null or internship.signed_by_host_on is null or internship.signed_by_promoter_on is null)";

    private const string IsResting = """
        exists (
            select 1 from internships_suspension rest
            where  rest.internship_id = internship.id and rest.withdrawn_at is null and rest.from_on <= @Today and (rest.to_on is null or rest.to_on >= @Today))
        """;

    // Who ended early ended before the planned end: the first condition is only there for the index.
    private const string RegisterIsMissing = """
        and internship.ends_on >= @AwaitedFirst and coalesce(internship.ended_on, internship.ends_on) >= @AwaitedFirst and internship.starts_on <= @AwaitedLast
        and internship.state in ('active', 'ended', 'endedEarly')
        and not exists (
            select 1 from internships_attendance_month register
            where  register.internship_id = internship.id and register.month = @AwaitedMonth and register.state = 'closed')
        and not exists (
            select 1 from internships_suspension resting
            where  resting.internship_id = internship.id and resting.withdrawn_at is null and resting.from_on <= @AwaitedFirst
                   and (resting.to_on is null or resting.to_on >= @AwaitedLast))
        """;

    // From the few extensions that wait, not from all that ran: a list of states would take the index of the states out of many.
    private const string ExtensionIsMissing = """
        and internship.state <> 'cancelled' and internship.id in (
            select extension.internship_id from internships_extension extension where extension.communication_protocol is null)
        and exists (
            select 1 from internships_extension lasting
            where  lasting.internship_id = internship.id and lasting.communication_protocol is null and lasting.ends_before < coalesce(internship.ended_on, internship.ends_on))
        """;

    // Near the end the final one is awaited; before, the one on the way, whose day is reckoned by the rule afterwards.
    private const string EvaluationIsMissing = """
        and internship.state in ('active', 'ended', 'endedEarly') and internship.starts_on <= @Today and internship.ends_on >= @FinalFrom
        and coalesce(internship.ended_on, internship.ends_on) >= @FinalFrom
        and (select count(*) from internships_evaluation given
             where  given.internship_id = internship.id and given.author in ('educator', 'person')
                    and given.stage = case when coalesce(internship.ended_on, internship.ends_on) <= @FinalTo then 'final' else 'intermediate' end) < 2
        """;

    private const string Select = """
        select internship.id as Id, internship.case_id as CaseId, internship.company_id as CompanyId, internship.kind as Kind, internship.state as State,
               internship.starts_on as StartsOn, internship.ends_on as EndsOn, internship.ended_on as EndedOn, internship.outcome as Outcome,
               internship.weekly_hours as WholeHours, internship.week_hours as WeekHours, internship.host_type as HostType, internship.promoter_tutor_id as PromoterTutorId,
               case when convention.state = 'signed' then internship.convention_id else null end as ConventionId, internship.signed_by_person_on as SignedByPersonOn, internship.signed_by_host_on as SignedByHostOn,
               internship.signed_by_promoter_on as SignedByPromoterOn, internship.communication_protocol as CommunicationProtocol,
               internship.communication_sent_on as CommunicationSentOn, coalesce(internship.inail_position, convention.inail_position) as InailPosition,
               coalesce(internship.liability_policy, convention.liability_policy) as LiabilityPolicy, internship.host_declared_on as HostDeclaredOn,
               internship.to_sign_at as ToSignAt, internship.cessation_due_on as CessationDueOn, internship.cessation_protocol as CessationProtocol,
               (select min(extension.ends_before) from internships_extension extension
                where  extension.internship_id = internship.id and extension.communication_protocol is null) as ExtendedFrom,
               (select count(*) from internships_suspension rest
                where  rest.internship_id = internship.id and rest.withdrawn_at is null and rest.from_on <= @Today and (rest.to_on is null or rest.to_on >= @Today)) as Resting
        from   internships_internship internship
        left join internships_convention convention on convention.id = internship.convention_id
        where  1 = 1
        """;
}
