using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.Internships.Allowances.Assignments;

/// <summary>The schemes that are to pay a proposal, when what they were chosen for changes.</summary>
internal sealed class AssignedSchemes(IDbSession db, SchemeTable schemes, RuleSetTable ruleSets)
{
    private const string Select = "select scheme_id from internships_allowance_assigned_scheme where internship_id = @Id order by valid_from";
    private const string DeleteSchemes = "delete from internships_allowance_assigned_scheme where internship_id = @Id";
    private const string Delete = "delete from internships_allowance_assignment where internship_id = @Id";

    /// <summary>Who pays is to be said again if a scheme is of another region or kind; nothing was listed yet, because nothing has begun.</summary>
    /// <returns>Whether it is to be said again.</returns>
    public async Task<bool> FallAsync(Guid internshipId, string region, InternshipKind kind, DateOnly startsOn, CancellationToken ct)
    {
        var assigned = await db.QueryAsync<Guid>(Select, new { Id = internshipId }, ct);
        if (assigned.Count == 0)
        {
            return false;
        }

        var national = await ruleSets.IsNationalAsync(region, kind, startsOn, ct);
        if ((await schemes.AllAsync(ct)).Where(scheme => assigned.Contains(scheme.Id)).All(scheme => SchemeFits.Holds(scheme, region, kind, national)))
        {
            return false;
        }

        await db.ExecuteAsync(DeleteSchemes, new { Id = internshipId }, ct);
        await db.ExecuteAsync(Delete, new { Id = internshipId }, ct);
        return true;
    }
}
