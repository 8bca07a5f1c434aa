using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Caseload.Rules;
using InclusionPlatform.Beneficiaries.Cases.Rules;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>The pieces of the queries of caseloads. The case's row is called <c>c</c>, the person's <c>p</c>; need to know comes first.</summary>
internal static class CaseloadSql
{
    private const string Open = "and c.closed_on is null";
    private const string FollowUp = "and c.closed_on is not null and c.next_step is not null";
    private const string Closed = "and c.closed_on is not null";
    private const string OfManager = "and c.manager_id = @ManagerId";
    private const string OfBody = "and c.referring_body_hash = @BodyHash";

    // Who takes part, and not what somebody wrote at the opening; of a closed case, while it went on.
    private const string OfProgramme = """
        and exists (select 1 from beneficiaries_participation v
                    where  v.programme_id = @ProgrammeId and v.beneficiary_id = c.beneficiary_id and v.entered_on <= @Today
                           and ((c.closed_on is null and (v.left_on is null or v.left_on >= @Today))
                                or (c.closed_on is not null and v.entered_on <= c.closed_on and (v.left_on is null or v.left_on >= c.opened_on))))
        """;


    // What an équipe knows that follows the person now, or has since, is not found among the closed cases of a former one.
    private const string OfCategory = $"""
        and c.beneficiary_id in (select t.beneficiary_id from beneficiaries_attestation t
                                 where  t.category_hash = @CategoryHash and t.valid_from <= @Today and (t.valid_to is null or t.valid_to >= @Today))
            and not exists (select 1 from beneficiaries_case o join beneficiaries_case w on w.id = c.id
                            where  o.beneficiary_id = c.beneficiary_id and o.id <> c.id and {VisiblePeople.Since})
        """;

    private const string Late = "and c.next_step_on < @Today";
    private const string Stalled = "and c.closed_on is null and c.open_internships = 0 and c.last_activity_on < @StalledBefore";

    private const string NoSolution = """
        and c.closed_on is null and c.open_internships = 0 and c.opened_on < @NoSolutionBefore and (c.course_until is null or c.course_until < @Today)
        """;

    private const string WithoutPlan = "and c.closed_on is null and c.has_plan = 0";

    private const string AfterDue = "and c.next_step_on >= @AfterDay and (c.next_step_on > @AfterDay or c.id > @AfterId)";
    private const string AfterContact = "and c.last_contact_on >= @AfterDay and (c.last_contact_on > @AfterDay or c.id > @AfterId)";
    private const string AfterName = "and p.sort_name >= @AfterName and (p.sort_name > @AfterName or c.id > @AfterId)";

    private const string ByDue = "order by c.next_step_on, c.id";
    private const string ByContact = "order by c.last_contact_on, c.id";
    private const string ByName = "order by p.sort_name, c.id";

    // Of one's own few cases: they are found by the équipe and then ordered. Without the expression an engine may go through everybody's in the order asked for.
    private const string FewByDue = "order by coalesce(c.next_step_on, c.opened_on), c.id";
    private const string FewByContact = "order by coalesce(c.last_contact_on, c.opened_on), c.id";
    private const string FewByName = "order by coalesce(p.sort_name, ''), c.id";

    /// <summary>The parameters that every one of these queries has.</summary>
    public static Dictionary<string, object?> Args(ICurrentUser user, TimeProvider clock)
    {
        var today = clock.Today();
        return new()
        {
            ["Me"] = user.Id, ["Today"] = today, ["Now"] = clock.GetUtcNow(), ["StalledBefore"] = today.AddDays(-CaseIsStalled.AfterDays),
            ["NoSolutionBefore"] = today.AddDays(-CaseHasNoSolution.AfterDays),
        };
    }

    /// <summary>Only the cases that are asked for.</summary>
    public static ListSql Picked(this ListSql sql, ListCaseload asked) => sql
        .When((asked.State ?? CaseloadState.Open) is CaseloadState.Open, Open)
        .When(asked.State is CaseloadState.FollowUp, FollowUp)
        .When(asked.State is CaseloadState.Closed, Closed)
        .When(asked.ManagerId is not null, OfManager)
        .When(asked.BodyId is not null, OfBody)
        .When(!string.IsNullOrEmpty(asked.Category), OfCategory)
        .When(asked.ProgrammeId is not null, OfProgramme)
        .When(asked.Flag is CaseFlag.Late, Late)
        .When(asked.Flag is CaseFlag.Stalled, Stalled)
        .When(asked.Flag is CaseFlag.NoSolution, NoSolution)
        .When(asked.Flag is CaseFlag.WithoutPlan, WithoutPlan);

    /// <summary>What follows the page before.</summary>
    public static ListSql After(this ListSql sql, CaseloadSort sort, bool continues) => sql
        .When(continues && sort is CaseloadSort.Due, AfterDue)
        .When(continues && sort is CaseloadSort.Contact, AfterContact)
        .When(continues && sort is CaseloadSort.Name, AfterName);

    /// <summary>The order; <paramref name="few"/> for whoever sees only the cases of the own équipes.</summary>
    public static string Order(CaseloadSort sort, bool few) => (sort, few) switch
    {
        (CaseloadSort.Due, false) => ByDue,
        (CaseloadSort.Due, true) => FewByDue,
        (CaseloadSort.Contact, false) => ByContact,
        (CaseloadSort.Contact, true) => FewByContact,
        (_, false) => ByName,
        _ => FewByName,
    };
}
