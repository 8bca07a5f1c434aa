using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Caseload.Rules;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>What a case is picked out by.</summary>
internal enum CaseFlag
{
    /// <summary>The day of its next step is over.</summary>
    Late,

    /// <summary>Without an internship and without news for thirty days.</summary>
    Stalled,

    /// <summary>Nothing found in sixty days.</summary>
    NoSolution,

    /// <summary>No plan is in force or being signed.</summary>
    WithoutPlan,
}

/// <summary>Which cases.</summary>
internal enum CaseloadState
{
    /// <summary>Open ones.</summary>
    Open,

    /// <summary>Closed ones with contacts still to be made.</summary>
    FollowUp,

    /// <summary>Closed ones.</summary>
    Closed,
}

/// <summary>The order of a caseload.</summary>
internal enum CaseloadSort
{
    /// <summary>What is due first.</summary>
    Due,

    /// <summary>Whoever was not heard for longest first.</summary>
    Contact,

    /// <summary>By name.</summary>
    Name,
}

/// <summary>
/// The cases that one sees, with what facts say of each: how it stands, what is due next, since when nobody has heard of the person. Body and category find only what one sees
/// in full, because a filter tells as much as a field.
/// </summary>
/// <param name="Text">Beginnings of names, or a whole tax code.</param>
/// <param name="OnlyMine">Only of one's équipes.</param>
/// <param name="State">Open ones when null.</param>
/// <param name="ManagerId">Who answers for the case.</param>
/// <param name="BodyId">The referring body.</param>
/// <param name="Category">A category of disadvantage attested today.</param>
/// <param name="ProgrammeId">The programme in which the person takes part; who takes part is for the équipe, so only of cases seen in full.</param>
/// <param name="Flag">What they are picked out by.</param>
/// <param name="Sort">By what is due when null.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">At most fifty.</param>
/// <param name="Total">Count them too.</param>
internal sealed record ListCaseload(
    string? Text, bool OnlyMine, CaseloadState? State, Guid? ManagerId, Guid? BodyId, string? Category, Guid? ProgrammeId, CaseFlag? Flag, CaseloadSort? Sort, string? Cursor, int? Limit,
    bool Total) : IQuery<Page<CaseInLoad>>;

/// <summary>A case in a caseload.</summary>
/// <param name="Id">The case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="Restricted">Only its équipe sees it.</param>
/// <param name="OpenedOn">Day of taking charge.</param>
/// <param name="ClosedOn">Day of the end.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ManagerId">Who answers for it.</param>
/// <param name="ManagerName">Their name.</param>
/// <param name="Programme">The programmes in which the person takes part, or took part while the case went on; null for whoever sees the registry alone.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="NextStep">What is due next.</param>
/// <param name="NextStepOn">By when.</param>
/// <param name="Late">That day is over.</param>
/// <param name="LastContactOn">When the person was last heard.</param>
/// <param name="DaysSinceContact">Days since then, or since taking charge.</param>
/// <param name="Stalled">Without an internship and without news for thirty days.</param>
/// <param name="NoSolution">Nothing found in sixty days.</param>
/// <param name="Internship">The one that runs, or the last.</param>
internal sealed record CaseInLoad(
    Guid Id, Guid BeneficiaryId, string DisplayName, bool Restricted, DateOnly OpenedOn, DateOnly? ClosedOn, CaseOutcome? Outcome, Guid ManagerId, string? ManagerName, string? Programme,
    CaseStanding Standing, StepKind? NextStep, DateOnly? NextStepOn, bool Late, DateOnly? LastContactOn, int DaysSinceContact, bool Stalled, bool NoSolution, InternshipInLoad? Internship);

/// <summary>The internship of a case that counts now.</summary>
/// <param name="Running">Whether it runs today; else it is still to begin.</param>
internal sealed record InternshipInLoad(Guid Id, bool Running, DateOnly StartsOn, DateOnly EndsOn);

internal static class ListCaseloadEndpoint
{
    public static void MapListCaseload(this IEndpointRouteBuilder caseload)
    {
        caseload.MapGet("/", Handle).WithName("listCaseload").WithSummary("List the cases one sees, by what is due on them").RequireRight(BeneficiariesModule.Read);
        caseload.MapPost("/search", Search).WithName("searchCaseload").WithSummary("Find cases by name too: names may not be in addresses").RequireRight(BeneficiariesModule.Read);
    }

    private static Task<Page<CaseInLoad>> Handle(
        bool? mine, string? state, Guid? managerId, Guid? bodyId, string? category, Guid? programmeId, string? flag, string? sort, string? cursor, int? limit, bool? total, IMediator mediator,
        CancellationToken ct) =>
        mediator.Send(
            new ListCaseload(
                null, mine ?? false, QueryCode.Read<CaseloadState>(state, "state"), managerId, bodyId, category, programmeId, QueryCode.Read<CaseFlag>(flag, "flag"),
                QueryCode.Read<CaseloadSort>(sort, "sort", Sorts), cursor, limit, total ?? false),
            ct);

    private static readonly Words Sorts = new("prima ciò che scade, prima i meno sentiti, per cognome", "what is due first, those heard least first, by surname");

    private static Task<Page<CaseInLoad>> Search(ListCaseload body, IMediator mediator, CancellationToken ct) => mediator.Send(body, ct);
}

internal sealed class ListCaseloadValidator : AbstractValidator<ListCaseload>
{
    public ListCaseloadValidator()
    {
        RuleFor(question => question.Text).MaximumLength(200);
        RuleFor(question => question.State).IsInEnum();
        RuleFor(question => question.Flag).IsInEnum();
        RuleFor(question => question.Sort).IsInEnum();
        RuleFor(question => question.Category)
            .Must(code => string.IsNullOrEmpty(code) || CodeLists.DisadvantageCategories.Find(code) is not null)
            .WithErrorCode("attestation.category").WithMessage(_ => Sentences.Choice.ToString());
    }
}

internal sealed class ListCaseloadHandler(
    IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, SealedCursor cursors, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListCaseload, Page<CaseInLoad>>
{
    /// <summary>So that what other modules know of a page is one statement each.</summary>
    private const int MaxLimit = Batches.Size;

    private const string Select = """
        select c.id as Id, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, p.sort_name as SortName, c.restricted as Restricted, c.opened_on as OpenedOn, c.closed_on as ClosedOn,
               c.outcome as Outcome, c.manager_id as ManagerId, c.last_activity_on as LastActivityOn, c.open_internships as OpenInternships,
               c.next_step as NextStep, c.next_step_on as NextStepOn, c.last_contact_on as LastContactOn, c.has_plan as HasPlan, c.course_until as CourseUntil
        """;

    private const string AllInFull = ", 1 as InFull";

    private const string SomeInFull = $", {VisibleCases.InFull}";

    private const string SelectProgrammes = $"""
        select v.beneficiary_id as BeneficiaryId, g.name as Name, v.entered_on as EnteredOn, v.left_on as LeftOn
        from   beneficiaries_participation v
        join   beneficiaries_programme g on g.id = v.programme_id
        where  v.beneficiary_id in {Batches.Keys}
        order by g.sort_name, g.id
        """;

    private const string Count = "select count(*)";

    private const string From = """

        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  1 = 1
        """;

    // Of one's own, which is due first is a matter of the cases alone: the names of all of them would be read to be thrown away.
    private const string SelectKeys = """
        select c.id
        from   beneficiaries_case c
        where  1 = 1
        """;

    private const string OfKeys = $"and c.id in {Batches.Keys}";

    // Everybody's cases by name: along the index of names, from the person to the case. An inner join leaves the engine free to read every case first.
    private const string FromNames = """

        from   beneficiaries_person p
        cross join beneficiaries_case c
        where  c.beneficiary_id = p.id
        """;

    public async Task<Page<CaseInLoad>> Handle(ListCaseload request, CancellationToken cancellationToken)
    {
        var sort = request.Sort ?? CaseloadSort.Due;
        var words = new SoughtNames(request.Text, sensitive);
        var limit = Math.Min(Paging.Limit(request.Limit), MaxLimit);
        var today = clock.Today();
        var byDay = sort is CaseloadSort.Name ? null : DayCursor.Open(request.Cursor);
        var byName = sort is CaseloadSort.Name ? cursors.Open(request.Cursor) : null;
        var args = CaseloadSql.Args(user, clock);
        words.AddTo(args);
        args["ManagerId"] = request.ManagerId;
        args["BodyHash"] = request.BodyId is { } body ? sensitive.BodyHash(body) : null;
        args["CategoryHash"] = CodeLists.DisadvantageCategories.Find(request.Category) is { } category ? sensitive.CategoryHash(category.Code) : null;
        args["ProgrammeId"] = request.ProgrammeId;
        args["AfterDay"] = byDay?.Day;
        args["AfterName"] = byName?.Name;
        args["AfterId"] = byDay?.Id ?? byName?.Id;

        var few = request.OnlyMine || (!needToKnow.IsCoordinator && !needToKnow.IsPlatform);
        if (!few)
        {
            await words.ChooseAsync(db, args, cancellationToken);
        }

        var columns = Select + (needToKnow.IsCoordinator && !needToKnow.IsPlatform ? SomeInFull : AllInFull);
        var rows = few && sort is not CaseloadSort.Name && words.IsEmpty ? await OfFewAsync() : await OfAllAsync();
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(new(Count + From)).ToString(), args, cancellationToken) : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(rows, limit, row => Key(sort, row), total);
        var internships = page.Items.Count == 0
            ? []
            : (await mediator.Send(new LatestInternships([.. page.Items.Select(row => row.Id)]), cancellationToken)).ToDictionary(internship => internship.CaseId);
        var programmes = await ProgrammesAsync(page.Items, today, cancellationToken);
        audit.Lists("beneficiary", page.Items.Select(row => row.BeneficiaryId), words.IsEmpty ? "list-caseload" : "search-caseload");
        return new([.. page.Items.Select(row => Shown(row, today, names, programmes, internships))], page.NextCursor, page.Total);

        async Task<IReadOnlyList<Row>> OfFewAsync()
        {
            var keys = await db.TopAsync<Guid>(Filtered(new(SelectKeys)).After(sort, byDay is not null).OrderBy(CaseloadSql.Order(sort, few)), args, limit + 1, cancellationToken);
            var found = await db.QueryInBatchesAsync<Guid, Row>($"{columns}{From}\n{OfKeys}", keys, args, cancellationToken);
            var places = keys.Select((id, place) => (id, place)).ToDictionary(one => one.id, one => one.place);
            return [.. found.OrderBy(row => places[row.Id])];
        }

        Task<IReadOnlyList<Row>> OfAllAsync() => db.TopAsync<Row>(
            Filtered(new(columns + (sort is CaseloadSort.Name && !few ? FromNames : From))).After(sort, byDay is not null || byName is not null).OrderBy(CaseloadSql.Order(sort, few)),
            args, limit + 1, cancellationToken);

        // One's own are visible: asked a second time, the engine would gather them a second time.
        ListSql Filtered(ListSql sql) => (request.OnlyMine ? sql : sql.OnlyVisibleCases(needToKnow))
            .When(request.OnlyMine, VisibleCases.Mine)
            .OnlyCasesInFull(needToKnow, request.BodyId is not null || request.ProgrammeId is not null || !string.IsNullOrEmpty(request.Category))
            .Picked(request)
            .Called(words);
    }

    /// <summary>By case, the names of the programmes in which its person takes part; of a closed case, in which they did while it went on.</summary>
    private async Task<Dictionary<Guid, string>> ProgrammesAsync(IReadOnlyList<Row> rows, DateOnly today, CancellationToken ct)
    {
        var shown = rows.Where(row => row.InFull == 1).ToArray();
        if (shown.Length == 0)
        {
            return [];
        }

        var kept = (await db.QueryInBatchesAsync<Guid, PartRow>(SelectProgrammes, shown.Select(row => row.BeneficiaryId).Distinct(), null, ct)).ToLookup(part => part.BeneficiaryId);
        return shown
            .Select(row => (row.Id, Names: string.Join(", ", kept[row.BeneficiaryId].Where(part => part.HoldsIn(row, today)).Select(part => part.Name))))
            .Where(one => one.Names.Length > 0)
            .ToDictionary(one => one.Id, one => one.Names);
    }

    private string[] Key(CaseloadSort sort, Row row) => sort switch
    {
        CaseloadSort.Name => [cursors.Seal(row.SortName, row.Id)],
        CaseloadSort.Contact => DayCursor.Of(row.LastContactOn, row.Id),
        _ => DayCursor.Of(row.NextStepOn, row.Id),
    };

    private static CaseInLoad Shown(
        Row row, DateOnly today, IReadOnlyDictionary<Guid, string> names, Dictionary<Guid, string> programmes, Dictionary<Guid, LatestInternship> internships)
    {
        var open = row.ClosedOn is null;
        var contact = row.LastContactOn == CaseSteps.NotYet ? (DateOnly?)null : row.LastContactOn;
        var internship = internships.GetValueOrDefault(row.Id);
        return new(
            row.Id, row.BeneficiaryId, $"{row.Surname} {row.Name}", row.Restricted, row.OpenedOn, row.ClosedOn, row.Outcome, row.ManagerId, names.GetValueOrDefault(row.ManagerId), programmes.GetValueOrDefault(row.Id),
            Standing.Of(open, row.OpenInternships, row.LastActivityOn, row.HasPlan, row.CourseUntil, row.NextStep is not null, today),
            row.NextStep, row.NextStep is null ? null : row.NextStepOn, row.NextStep is not null && row.NextStepOn < today,
            contact, Math.Max(0, today.DayNumber - (contact ?? row.OpenedOn).DayNumber),
            open && CaseIsStalled.Holds(row.OpenInternships, row.LastActivityOn, today), open && CaseHasNoSolution.Holds(row.OpenedOn, row.OpenInternships, row.CourseUntil, today),
            internship is null ? null : new(internship.InternshipId, internship.Running, internship.StartsOn, internship.EndsOn));
    }

    private sealed record PartRow(Guid BeneficiaryId, string Name, DateOnly EnteredOn, DateOnly? LeftOn)
    {
        public bool HoldsIn(Row row, DateOnly today) => row.ClosedOn is { } closed
            ? EnteredOn <= closed && (LeftOn is null || LeftOn >= row.OpenedOn)
            : EnteredOn <= today && (LeftOn is null || LeftOn >= today);
    }

    private sealed record Row(
        Guid Id, Guid BeneficiaryId, string Surname, string Name, string SortName, bool Restricted, DateOnly OpenedOn, DateOnly? ClosedOn, CaseOutcome? Outcome, Guid ManagerId,
        DateOnly LastActivityOn, int OpenInternships, StepKind? NextStep, DateOnly NextStepOn, DateOnly LastContactOn, bool HasPlan, DateOnly? CourseUntil, int InFull);
}
