namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>The convention that a project or its papers name is one of the host's.</summary>
internal static class ChosenConvention
{
    private const string Count = "select count(*) from internships_convention where id = @Id and company_id = @CompanyId";

    /// <exception cref="FieldException"><c>internship.convention-of-another-host</c> (422).</exception>
    public static async Task CheckAsync(IDbSession db, Guid? conventionId, Guid companyId, CancellationToken ct)
    {
        if (conventionId is { } id && await db.ScalarAsync<int>(Count, new { Id = id, CompanyId = companyId }, ct) == 0)
        {
            throw new FieldException("conventionId", "internship.convention-of-another-host", new(
                "Questa convenzione non è dell'azienda del tirocinio: sceglierne una dell'azienda.",
                "This convention is not of the internship's company: choose one of the company."));
        }
    }
}
