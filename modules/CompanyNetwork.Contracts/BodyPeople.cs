using InclusionPlatform.Shared;

namespace InclusionPlatform.CompanyNetwork.Contracts;

/// <summary>Somebody through whom a body of the network works, for a module that lets them take part in something. Nothing of how they are reached is told.</summary>
/// <param name="PersonId">Who, among the people of the bodies.</param>
public sealed record FindBodyPerson(Guid PersonId) : IQuery<BodyPersonLabel?>;

/// <summary>Somebody of a body.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Name and surname.</param>
/// <param name="Role">What they do there.</param>
/// <param name="BodyId">The body.</param>
/// <param name="BodyName">Its name.</param>
/// <param name="LeftOn">Since when they are no longer there.</param>
public sealed record BodyPersonLabel(Guid Id, string Name, string? Role, Guid BodyId, string BodyName, DateOnly? LeftOn);
