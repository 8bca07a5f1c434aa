using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Records who signs at the screen. With the tutor's and the intern's signature the month is closed; without any it waits for them.</summary>
internal sealed record SignRegister(Guid Id, string Month, int Version, bool Tutor, bool Intern) : ICommand<SignedRegister>;

/// <summary>Who is there and confirms.</summary>
/// <param name="Tutor">The host's tutor.</param>
/// <param name="Intern">The intern.</param>
internal sealed record RegisterSignatures(bool Tutor, bool Intern);

internal static class SignRegisterEndpoint
{
    public static void MapSignRegister(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/attendance/{month}/signatures", Handle)
        .WithName("signRegister")
        .WithSummary("Record the signatures of a month's register")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Ok<SignedRegister>> Handle(Guid id, string month, RegisterSignatures body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new SignRegister(id, month, match.Version, body.Tutor, body.Intern), ct));
}

internal sealed class SignRegisterHandler(VisibleInternships internships, RegisterBook book, ICurrentUser user, IAuditTrail audit) : IRequestHandler<SignRegister, SignedRegister>
{
    public async Task<SignedRegister> Handle(SignRegister request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        var signing = new Signing(request.Tutor, request.Intern, SignedHow.OnScreen, user.Id);
        var signed = await book.SignAsync(RegisterSubject.Of(row), RegisterMonth.Read(request.Month), request.Version, signing, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return signed;
    }
}
