using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access;

internal static class SignOutEndpoints
{
    public static void MapSignOut(this IEndpointRouteBuilder auth)
    {
        auth.MapPost("/sign-out", Here)
            .WithName("signOut")
            .WithSummary("Close this browser's session")
            .RequireAuthorization()
            .AllowBeforePasswordChange();
        auth.MapPost("/sign-out-everywhere", Everywhere)
            .WithName("signOutEverywhere")
            .WithSummary("Close all sessions of the person, on all devices")
            .RequireAuthorization()
            .AllowBeforePasswordChange();
    }

    private static async Task<NoContent> Here(HttpContext http, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await http.SignOutAsync(Sessions.Scheme);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Everywhere(HttpContext http, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SignOutEverywhere(Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!)), ct);
        await http.SignOutAsync(Sessions.Scheme);
        return TypedResults.NoContent();
    }
}

/// <summary>Ends all sessions of an account by changing its security stamp.</summary>
internal sealed record SignOutEverywhere(Guid UserId) : ICommand;

internal sealed class SignOutEverywhereHandler(UserManager<PlatformUser> users, IAuditTrail audit) : IRequestHandler<SignOutEverywhere, Unit>
{
    public async Task<Unit> Handle(SignOutEverywhere request, CancellationToken cancellationToken)
    {
        var user = await users.FindByIdAsync(request.UserId.ToString()) ?? throw new NotFoundException("user");
        audit.Changes("user", user.Id);
        await users.UpdateSecurityStampAsync(user);
        return Unit.Value;
    }
}
