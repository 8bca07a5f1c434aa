using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.Internships.Allowances.Assignments;

/// <summary>The schemes that are to pay a proposal, when what they were chosen for changes.</summary>
internal sealed class AssignedSchemes(IDbSession db, SchemeTable schemes, RuleSetTable ruleSets)
{
    private const string Select = "select scheme_id from internships_allowance_assigned_scheme where internship_id = @Id order by valid_from";
    private const string DeleteSchemes = "delete from internships_allowance_assigned_scheme where internship_id = @Id";
    private const string Delete = "delete from internships_allowance_assignment where internship_id = @Id";

    private const string SelectFrom = """
        select scheme_id from internships_allowance_assigned_scheme
        where  internship_id = @Id
               and valid_from >= coalesce((select max(earlier.valid_from) from internships_allowance_assigned_scheme earlier where earlier.internship_id = @Id and earlier.valid_from <= @From), @From)
        """;

    /// <summary>Who pays is to be said again if a scheme is of another region or kind, or for shorter days; nothing was listed yet, because nothing has begun.</summary>
    /// <returns>Whether it is to be said again.</returns>
    public async Task<bool> FallAsync(Guid internshipId, string region, InternshipKind kind, DateOnly startsOn, int longestDay, CancellationToken ct)
    {
        var assigned = await db.QueryAsync<Guid>(Select, new { Id = internshipId }, ct);
        if (assigned.Count == 0)
        {
            return false;
        }

        var national = await ruleSets.IsNationalAsync(region, kind, startsOn, ct);
        if ((await schemes.AllAsync(ct)).Where(scheme => assigned.Contains(scheme.Id)).All(scheme => SchemeFits.Holds(scheme, region, kind, national) && SchemeFits.FitsDays(scheme.MaxDailyHours, longestDay)))
        {
            return false;
        }

        await db.ExecuteAsync(DeleteSchemes, new { Id = internshipId }, ct);
        await db.ExecuteAsync(Delete, new { Id = internshipId }, ct);
        return true;
    }

    /// <summary>Days get longer from a day on, and a scheme that pays from then on is for shorter ones.</summary>
    /// <exception cref="FieldException"><c>internship.amendment-scheme-hours</c> (422).</exception>
    public async Task DemandDaysAsync(Guid internshipId, DateOnly from, int longestDay, CancellationToken ct)
    {
        var assigned = await db.QueryAsync<Guid>(SelectFrom, new { Id = internshipId, From = from }, ct);
        if (assigned.Count > 0 && (await schemes.AllAsync(ct)).FirstOrDefault(scheme => assigned.Contains(scheme.Id) && !SchemeFits.FitsDays(scheme.MaxDailyHours, longestDay)) is { } scheme)
        {
            throw new FieldException("hours", "internship.amendment-scheme-hours", SchemeFits.TooLong(scheme.Name, scheme.MaxDailyHours, longestDay, new Words(
                "Scegliere prima, dal {0:d}, uno schema senza questo limite, oppure accorciare i giorni.", "First choose, from {0:d} on, a scheme without this limit, or shorten the days.").With(from)));
        }
    }
}
