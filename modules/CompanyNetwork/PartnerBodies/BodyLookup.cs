namespace InclusionPlatform.CompanyNetwork.PartnerBodies;

/// <summary>Whether the body and the person that a request names exist and belong together.</summary>
internal sealed class BodyLookup(IDbSession db)
{
    private const string CountBodies = "select count(*) from company_network_partner_body where id = @BodyId";

    private const string SelectBodyOfPerson = "select body_id from company_network_body_person where id = @PersonId";

    /// <exception cref="FieldException"><c>partner-body.unknown</c> or <c>body-person.of-another-body</c> (422)</exception>
    public async Task RequireAsync(Guid bodyId, Guid? personId, CancellationToken ct)
    {
        if (await db.ScalarAsync<int>(CountBodies, new { BodyId = bodyId }, ct) == 0)
        {
            throw new FieldException("bodyId", "partner-body.unknown", new("Questo ente non è nella rete: sceglierlo dall'elenco.", "This body is not in the network: choose it from the list."));
        }

        if (personId is { } person && await db.ScalarAsync<Guid?>(SelectBodyOfPerson, new { PersonId = person }, ct) != bodyId)
        {
            throw new FieldException("personId", "body-person.of-another-body", new(
                "Questa persona non è tra quelle dell'ente: sceglierla dall'elenco o aggiungerla nella pagina dell'ente.",
                "This person is not among those of the body: choose from the list or add them on the body's page."));
        }
    }
}
