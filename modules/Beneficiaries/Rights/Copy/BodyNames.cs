using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>The names of the bodies that a copy mentions.</summary>
internal sealed class BodyNames(IMediator mediator)
{
    public async Task<Dictionary<Guid, string>> OfAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var asked = ids.Distinct().ToArray();
        return asked.Length == 0 ? [] : (await mediator.Send(new DescribePartnerBodies(asked), ct)).ToDictionary(body => body.Id, body => body.Name);
    }
}
