using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access;

/// <summary>Makes an account. Its password is given by the administrator and changed at the first sign-in.</summary>
/// <param name="Email">E-mail address with which the person signs in; no two accounts have the same.</param>
/// <param name="DisplayName">Name and surname, as colleagues see them.</param>
/// <param name="Roles">What the person does in the service; one at least.</param>
/// <param name="Password">The first password, at least 12 characters, which the person changes.</param>
internal sealed record CreateUser(string Email, string DisplayName, IReadOnlyList<Role> Roles, string Password) : ICommand<CreatedUser>;

internal sealed record CreatedUser(Guid Id);

internal static class CreateUserEndpoint
{
    public static void MapCreateUser(this IEndpointRouteBuilder users) => users
        .MapPost("/", Handle)
        .WithName("createUser")
        .WithSummary("Make an account")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<Created<CreatedUser>> Handle(CreateUser body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/users/{created.Id}", created);
    }
}

internal sealed class CreateUserValidator : AbstractValidator<CreateUser>
{
    public CreateUserValidator()
    {
        RuleFor(user => user.Email).NotEmpty().MaximumLength(254).EmailAddress();
        RuleFor(user => user.DisplayName).NotEmpty().MaximumLength(120);
        RuleFor(user => user.Roles).NotEmpty();
        RuleForEach(user => user.Roles).IsInEnum();
        RuleFor(user => user.Password).NotEmpty().MaximumLength(200);
    }
}

internal sealed class CreateUserHandler(UserManager<PlatformUser> users, IDbSession db, IAuditTrail audit, ICurrentUser current, TimeProvider clock)
    : IRequestHandler<CreateUser, CreatedUser>
{
    private const string InsertRole = "insert into access_user_role (user_id, role) values (@UserId, @Role)";

    public async Task<CreatedUser> Handle(CreateUser request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var user = new PlatformUser
        {
            Id = Guid.CreateVersion7(now),
            Email = request.Email.Trim(),
            DisplayName = request.DisplayName.Trim(),
            MustChangePassword = current.Kind == ActorKind.Person,
            CreatedAt = now,
        };
        audit.Changes("user", user.Id);
        var result = await users.CreateAsync(user, request.Password);
        if (result.Errors.Any(error => error.Code is "DuplicateUserName" or "DuplicateEmail"))
        {
            throw UserStore.EmailTaken();
        }

        if (!result.Succeeded)
        {
            throw PasswordRules.ProblemOf(result, nameof(request.Password), nameof(request.Password));
        }

        await db.ExecuteAsync(InsertRole, request.Roles.Distinct().Select(role => new { UserId = user.Id, Role = role.Code() }), cancellationToken);
        return new(user.Id);
    }
}
