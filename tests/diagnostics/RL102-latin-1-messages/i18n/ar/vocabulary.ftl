material-clay = argile séchée
